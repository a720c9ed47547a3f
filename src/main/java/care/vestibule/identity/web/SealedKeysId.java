package care.vestibule.identity.web;

import java.util.Base64;

/** Names sealed keys: 16 bytes as base64url without padding. */
record SealedKeysId(String id) {

  private static final int SIZE = 16;

  SealedKeysId {
    if (decoded(id).length != SIZE) {
      throw new IllegalArgumentException("Not the name of sealed keys");
    }
  }

  byte[] bytes() {
    return decoded(id);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
