package care.vestibule.custody;

import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.HcpId;

/** One professional's pair, as it is copied from one keystore to another; to be closed. */
record KeystoreEntry(HcpId hcp, PartyKeyPair pair) implements AutoCloseable {

  @Override
  public void close() {
    pair.close();
  }

  @Override
  public String toString() {
    return "KeystoreEntry[" + hcp + "]";
  }
}
