package care.vestibule.identity;

import care.vestibule.tenancy.ClinicId;

/**
 * Private keys that were handed to a second device; see docs/keys.md.
 *
 * @param clinic the clinic the keys belong to, which the envelope is bound to
 * @param user whose they are
 * @param sealed the envelope, 1 to 8192 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record KeyTransfer(ClinicId clinic, UserId user, byte[] sealed) {

  /** How far a transfer has come. */
  public enum State {
    /** It waits for the second device. */
    OPEN,
    /** The second device has it. */
    TAKEN,
    /** Nobody came for it in time, or another one was begun. */
    EXPIRED
  }

  /** Leaves out the bytes. */
  @Override
  public String toString() {
    return "KeyTransfer[" + user + "]";
  }
}
