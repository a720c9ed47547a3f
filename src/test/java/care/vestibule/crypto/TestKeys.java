package care.vestibule.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Key pairs that are the same in every run; RSA primes can't be drawn from a seed, so they lie in a
 * file.
 */
final class TestKeys {

  private static final Path RSA_KEYS = Path.of("src/test/resources/crypto/rsa-keys.json");

  private TestKeys() {}

  static PartyKeyPair of(Suite suite, int index, SeededRandom random) {
    return switch (suite) {
      case X_WING -> PartyKeyPair.generate(random);
      case RSA_OAEP -> rsa(index, random);
    };
  }

  private static PartyKeyPair rsa(int index, SeededRandom random) {
    var signing = new byte[Ed25519Signatures.SEED_SIZE];
    random.nextBytes(signing);
    var encoded =
        TlvWriter.versioned(1, Suite.RSA_OAEP.id())
            .bytes(1, rsaPrivateKey(index))
            .bytes(2, signing)
            .toBytes();
    return PartyKeyPair.decode(encoded);
  }

  static byte[] rsaPrivateKey(int index) {
    try {
      List<?> keys = JsonMapper.shared().readValue(Files.readString(RSA_KEYS), List.class);
      return Base64.getUrlDecoder().decode((String) keys.get(index));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
