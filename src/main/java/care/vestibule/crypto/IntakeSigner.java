package care.vestibule.crypto;

/** The key pair with which the clinic's intake signs what it encrypts for its professionals. */
public record IntakeSigner(PartyKeyPair keyPair) implements AutoCloseable {

  /** Wipes the key pair. */
  @Override
  public void close() {
    keyPair.close();
  }

  @Override
  public String toString() {
    return "IntakeSigner";
  }
}
