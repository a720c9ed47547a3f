package care.vestibule.custody;

import care.vestibule.custody.Keystore.KeystoreEntry;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * All clinics' pairs in one BCFKS keystore under a passphrase.
 *
 * <p>The passphrase is stretched by scrypt (RFC 7914) with r = 8 and p = 1. The whole is encrypted
 * and has a MAC, so that nothing can be left out of it unnoticed.
 *
 * @param cost scrypt's N; a guess takes 1 KiB of memory times N
 */
record KeystoreBackup(int cost) {

  /** 128 MiB a guess (OWASP Password Storage). */
  static final KeystoreBackup PRODUCTION = new KeystoreBackup(1 << 17);

  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final int SALT = 32;

  byte[] encode(Map<ClinicId, List<KeystoreEntry>> content, Passphrase passphrase) {
    var output = new ByteArrayOutputStream();
    try {
      var store = KeyStore.getInstance("BCFKS", BOUNCY_CASTLE);
      store.load(null, null);
      for (var clinic : content.entrySet()) {
        for (var entry : clinic.getValue()) {
          var alias =
              clinic.getKey() + "." + entry.hcp() + "." + StoredPair.idOf(entry.pair()).hex();
          store.setKeyEntry(alias, StoredPair.of(entry.pair()), passphrase.characters(), null);
        }
      }
      store.store(
          new BCFKSLoadStoreParameter.Builder(output, passphrase.characters())
              .withStorePBKDFConfig(
                  new ScryptConfig.Builder(cost, 8, 1).withSaltLength(SALT).build())
              .build());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The backup cannot be encoded", e);
    }
    return output.toByteArray();
  }

  /**
   * Reads a backup.
   *
   * @throws CommandRefused if it is damaged or of another passphrase, which look alike
   */
  static Map<ClinicId, List<KeystoreEntry>> decode(byte[] bytes, Passphrase passphrase) {
    try {
      var store = KeyStore.getInstance("BCFKS", BOUNCY_CASTLE);
      store.load(new ByteArrayInputStream(bytes), passphrase.characters());
      var found = new ArrayList<Placed>();
      for (var alias : Collections.list(store.aliases())) {
        var key = store.getKey(alias, passphrase.characters());
        found.add(Placed.of(alias, key.getEncoded()));
      }
      return found.stream()
          .collect(
              Collectors.groupingBy(
                  Placed::clinic, Collectors.mapping(Placed::entry, Collectors.toList())));
    } catch (GeneralSecurityException | IOException e) {
      throw new CommandRefused(
          ExitCode.REFUSED, "The backup is damaged, or it is of another passphrase.");
    }
  }

  private record Placed(ClinicId clinic, KeystoreEntry entry) {

    static Placed of(String alias, byte[] seeds) {
      var parts = alias.split("\\.", 3);
      var hcp = new HcpId(UUID.fromString(parts[1]));
      return new Placed(
          new ClinicId(UUID.fromString(parts[0])), new KeystoreEntry(hcp, StoredPair.read(seeds)));
    }
  }
}
