package care.vestibule.identity.web;

import java.util.Base64;

/** Sealed keys, 1 to 8192 bytes, and the 16 bytes that name them, as base64url without padding. */
record SealedKeysBody(String id, String sealed) {

  private static final int LARGEST = 8192;

  SealedKeysBody {
    var length = Base64.getUrlDecoder().decode(sealed).length;
    if (length == 0 || length > LARGEST) {
      throw new IllegalArgumentException("Not sealed keys");
    }
  }

  byte[] idBytes() {
    return new SealedKeysId(id).bytes();
  }

  byte[] sealedBytes() {
    return Base64.getUrlDecoder().decode(sealed);
  }

  /** Never the parts. */
  @Override
  public String toString() {
    return "SealedKeysBody";
  }
}
