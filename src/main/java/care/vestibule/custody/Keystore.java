package care.vestibule.custody;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.HcpId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The key pairs of one clinic's professionals, in a BCFKS keystore. */
final class Keystore {

  // Passed, not installed: nothing else in this process starts to use it.
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private final KeyStore store;
  private final KeystorePasswords passwords;

  private Keystore(KeyStore store, KeystorePasswords passwords) {
    this.store = store;
    this.passwords = passwords;
  }

  static Keystore empty(KeystorePasswords passwords) {
    try {
      return read(null, passwords);
    } catch (IOException e) {
      throw new IllegalStateException("An empty keystore cannot be made", e);
    }
  }

  /**
   * Reads a keystore.
   *
   * @throws IOException if it is damaged or was made with another master secret
   */
  static Keystore read(@Nullable InputStream input, KeystorePasswords passwords)
      throws IOException {
    try {
      var store = KeyStore.getInstance("BCFKS", BOUNCY_CASTLE);
      store.load(input, passwords.ofFile());
      return new Keystore(store, passwords);
    } catch (GeneralSecurityException e) {
      throw new IOException("Not a keystore", e);
    }
  }

  byte[] encoded() {
    var output = new ByteArrayOutputStream();
    try {
      store.store(output, passwords.ofFile());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The keystore cannot be encoded", e);
    }
    return output.toByteArray();
  }

  void put(HcpId hcp, PartyKeyPair pair) {
    try {
      var alias = alias(hcp, StoredPair.idOf(pair));
      store.setKeyEntry(alias, StoredPair.of(pair), passwords.of(hcp), null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key pair cannot be stored", e);
    }
  }

  boolean holds(HcpId hcp, KeyId key) {
    return aliases().contains(alias(hcp, key));
  }

  int size() {
    return aliases().size();
  }

  /** All pairs of a professional, those of former keys too. */
  List<PartyKeyPair> pairs(HcpId hcp) {
    return aliases().stream()
        .filter(alias -> alias.startsWith(hcp + "."))
        .flatMap(alias -> pair(hcp, alias).stream())
        .toList();
  }

  /** Every pair of everybody. */
  List<KeystoreEntry> entries() {
    return aliases().stream()
        .map(alias -> new HcpId(UUID.fromString(alias.substring(0, alias.indexOf('.')))))
        .distinct()
        .flatMap(hcp -> pairs(hcp).stream().map(pair -> new KeystoreEntry(hcp, pair)))
        .toList();
  }

  private List<String> aliases() {
    try {
      return Collections.list(store.aliases());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keystore cannot be listed", e);
    }
  }

  private Optional<PartyKeyPair> pair(HcpId hcp, String alias) {
    try {
      return Optional.ofNullable(store.getKey(alias, passwords.of(hcp)))
          .map(key -> StoredPair.read(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key pair cannot be read", e);
    }
  }

  private static String alias(HcpId hcp, KeyId id) {
    return hcp + "." + id.hex();
  }

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
}
