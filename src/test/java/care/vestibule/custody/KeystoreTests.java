package care.vestibule.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.crypto.MasterSecret;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTests {

  private final ClinicId clinic = new ClinicId(UUID.randomUUID());
  private final HcpId doctor = new HcpId(UUID.randomUUID());
  private final PartyKeyPair pair = PartyKeyPair.generate(new SecureRandom());

  @Test
  void aPairIsTheSameAfterTheFileWasWrittenAndReadAgain(@TempDir Path directory)
      throws IOException {
    var file = new KeystoreFile(directory, clinic);
    file.replace(keystore().encoded());

    try (var input = file.open()) {
      var read = Keystore.read(input, passwords(1));

      assertThat(read.pairs(doctor)).hasSize(1);
      assertThat(read.pairs(doctor).getFirst().publicKey()).isEqualTo(pair.publicKey());
      assertThat(read.pairs(new HcpId(UUID.randomUUID()))).isEmpty();
    }
  }

  @Test
  void anotherMasterSecretOpensNothing() {
    var encoded = keystore().encoded();

    assertThatThrownBy(() -> Keystore.read(new ByteArrayInputStream(encoded), passwords(2)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFlippedBitIsNoticed() {
    var encoded = keystore().encoded();
    encoded[encoded.length / 2] ^= 1;

    assertThatThrownBy(() -> Keystore.read(new ByteArrayInputStream(encoded), passwords(1)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theFileShowsNoSeedAndOnlyItsOwnerMayReadIt(@TempDir Path directory) throws IOException {
    new KeystoreFile(directory, clinic).replace(keystore().encoded());

    var path = directory.resolve(clinic + ".bcfks");
    var content = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    assertThat(content)
        .doesNotContain(new String(pair.encryptionSeed(), StandardCharsets.ISO_8859_1))
        .doesNotContain(HexFormat.of().formatHex(pair.signingSeed()));
    assertThat(Files.getPosixFilePermissions(path)).hasSize(2);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(path);
    }
  }

  private Keystore keystore() {
    var keystore = Keystore.empty(passwords(1));
    keystore.put(doctor, pair);
    return keystore;
  }

  private DerivedPasswords passwords(int secret) {
    var bytes = new byte[32];
    bytes[0] = (byte) secret;
    return new DerivedPasswords(MasterSecret.of(bytes), clinic);
  }
}
