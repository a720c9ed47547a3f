package care.vestibule.bench;

import care.vestibule.crypto.ContentKey;
import care.vestibule.crypto.DelegationHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ManifestEntry;
import care.vestibule.crypto.ManifestTally;
import care.vestibule.crypto.Permission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What each shared entity costs, beside the bare AES-GCM it can't do without. */
@State(Scope.Benchmark)
public class EntityBenchmark {

  private static final int CONTEXT_SIZE = 181;

  private final SecureRandom random = new SecureRandom();
  private final ExchangeKey exchange = ExchangeKey.generate(random);
  private final ContentKey content = ContentKey.generate(random);
  private final DelegationHeader header =
      new DelegationHeader(
          UUID.randomUUID(),
          UUID.randomUUID(),
          "Observation",
          content.id(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          Permission.READ);
  private final byte[] wrapped = exchange.wrap(content, header, random);
  private final SecretKeySpec bareKey = new SecretKeySpec(new byte[32], "AES");
  private final byte[] bareSecret = new byte[32];
  private final byte[] bareContext = new byte[CONTEXT_SIZE];
  private final byte[] bareNonce = new byte[12];
  private final byte[] bareSealed = bare(Cipher.ENCRYPT_MODE, bareNonce, bareSecret);

  /** Wraps a content key for one entity. */
  @Benchmark
  public byte[] wrap() {
    return exchange.wrap(content, header, random);
  }

  /** Unwraps it and checks its name. */
  @Benchmark
  public ContentKey unwrap() {
    return exchange.unwrap(wrapped, header);
  }

  /** Adds one entity to a manifest. */
  @Benchmark
  public ManifestTally tally() {
    var tally = new ManifestTally();
    tally.add(new ManifestEntry(header.entity(), header.type(), 1, header.contentKey()));
    return tally;
  }

  /** Encrypts as many bytes with as much context and a random nonce, and nothing else. */
  @Benchmark
  public byte[] sealBare() {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    return bare(Cipher.ENCRYPT_MODE, nonce, bareSecret);
  }

  /** Decrypts as many bytes. */
  @Benchmark
  public byte[] openBare() {
    return bare(Cipher.DECRYPT_MODE, bareNonce, bareSealed);
  }

  private byte[] bare(int mode, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, bareKey, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(bareContext);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
