package care.vestibule.bench;

import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Suite;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What one exchange costs under each suite: sealed to one recipient and signed, read and opened.
 */
@State(Scope.Benchmark)
public class SealingBenchmark {

  /** The suite both parties use. */
  @Param({"X_WING", "RSA_OAEP"})
  public Suite suite = Suite.X_WING;

  private final SecureRandom random = new SecureRandom();
  private final ExchangeKey key = ExchangeKey.generate(random);
  private final ExchangeHeader header =
      new ExchangeHeader(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          Instant.EPOCH);
  private PartyKeyPair doctor = PartyKeyPair.generate(random);
  private PartyKeyPair patient = PartyKeyPair.generate(random);
  private byte[] record = {};

  /** Makes keys of the suite. */
  @Setup
  public void makeKeys() {
    doctor = PartyKeyPair.generate(suite, random);
    patient = PartyKeyPair.generate(suite, random);
    record = seal();
  }

  /** Seals an exchange key and signs the record. */
  @Benchmark
  public byte[] seal() {
    return ExchangeRecord.seal(header, key, List.of(patient.publicKey()), doctor, random);
  }

  /** Reads a record, verifies who signed it and opens the exchange key. */
  @Benchmark
  public ExchangeKey open() {
    var read = ExchangeRecord.decode(record);
    if (!read.isSignedBy(doctor.publicKey().signing())) {
      throw new IllegalStateException("The record is not signed");
    }
    return read.open(patient);
  }
}
