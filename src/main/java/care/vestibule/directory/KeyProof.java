package care.vestibule.directory;

import java.util.UUID;

/**
 * What a patient's browser computed with the invitation link to bind its key to it.
 *
 * @param invitation the invitation
 * @param generation which of its links
 * @param mac 32 bytes; only the agent can verify them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record KeyProof(UUID invitation, int generation, byte[] mac) {

  /** Refuses a MAC of another length. */
  public KeyProof {
    if (mac.length != 32) {
      throw new IllegalArgumentException("The MAC of a key proof has 32 bytes");
    }
    mac = mac.clone();
  }

  /** A copy of the MAC, 32 bytes. */
  @Override
  public byte[] mac() {
    return mac.clone();
  }
}
