package care.vestibule.identity;

import care.vestibule.crypto.KeyId;
import care.vestibule.tenancy.ClinicId;

/**
 * A device's private keys, sealed by the browser that made them.
 *
 * @param id 16 bytes derived from the recovery code; see docs/keys.md
 * @param clinic the clinic the keys belong to, which the envelope is bound to
 * @param key the key that is sealed
 * @param sealed the envelope, 1 to 8192 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record KeyBackup(byte[] id, ClinicId clinic, KeyId key, byte[] sealed) {

  private static final int LARGEST = 8192;

  /** Refuses sizes that cannot be. */
  public KeyBackup {
    if (id.length != 16 || sealed.length == 0 || sealed.length > LARGEST) {
      throw new IllegalArgumentException("Not a backup of keys");
    }
  }

  /** Leaves out the bytes. */
  @Override
  public String toString() {
    return "KeyBackup[" + key + "]";
  }
}
