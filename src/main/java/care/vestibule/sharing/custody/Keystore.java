package care.vestibule.sharing.custody;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.HcpId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The key pairs of one clinic's professionals, in a BCFKS keystore. */
final class Keystore {

  // A pair is one entry, so that half of a pair can never be stored. BCFKS takes no private key
  // without a certificate, and of secret keys only those of algorithms it knows: HMAC-SHA-512 is
  // one whose keys have 64 bytes, which is what the two seeds are together.
  private static final String ALGORITHM = "HmacSHA512";
  private static final int SEED = 32;

  // Passed, not installed: nothing else in this process starts to use it.
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private final KeyStore store;
  private final Passwords passwords;

  private Keystore(KeyStore store, Passwords passwords) {
    this.store = store;
    this.passwords = passwords;
  }

  static Keystore empty(Passwords passwords) {
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
  static Keystore read(@Nullable InputStream input, Passwords passwords) throws IOException {
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
    var seeds = new byte[2 * SEED];
    try {
      System.arraycopy(pair.encryptionSeed(), 0, seeds, 0, SEED);
      System.arraycopy(pair.signingSeed(), 0, seeds, SEED, SEED);
      var key = new SecretKeySpec(seeds, ALGORITHM);
      store.setKeyEntry(alias(hcp, pair.publicKey().id()), key, passwords.of(hcp), null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key pair cannot be stored", e);
    } finally {
      Arrays.fill(seeds, (byte) 0);
    }
  }

  /** All pairs of a professional, those of former keys too. */
  List<PartyKeyPair> pairs(HcpId hcp) {
    try {
      return Collections.list(store.aliases()).stream()
          .filter(alias -> alias.startsWith(hcp + "."))
          .flatMap(alias -> pair(hcp, alias).stream())
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keystore cannot be listed", e);
    }
  }

  private Optional<PartyKeyPair> pair(HcpId hcp, String alias) {
    try {
      return Optional.ofNullable(store.getKey(alias, passwords.of(hcp)))
          .map(key -> fromSeeds(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key pair cannot be read", e);
    }
  }

  private static PartyKeyPair fromSeeds(byte[] seeds) {
    try {
      return PartyKeyPair.fromSeeds(
          Arrays.copyOf(seeds, SEED), Arrays.copyOfRange(seeds, SEED, 2 * SEED));
    } finally {
      Arrays.fill(seeds, (byte) 0);
    }
  }

  private static String alias(HcpId hcp, KeyId id) {
    return hcp + "." + id.hex();
  }
}
