package care.vestibule.records;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.Pepper;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what a clinic's systems send, so that only the professionals who took part can read it.
 *
 * <p>Each content key is wrapped for each of them under an exchange key, of which there is one per
 * batch and professional; after the batch the intake has forgotten both and cannot read what it
 * sealed.
 */
@Component
@OnlyIn(Zone.PORTAL)
public final class Intake {

  private final JdbcClient jdbc;
  private final HolderKeys keys;
  private final IntakeSigner signer;
  private final Pepper pepper;
  private final SecureRandom random;
  private final Clock clock;

  /** An intake into the given database. */
  public Intake(
      JdbcClient jdbc,
      HolderKeys keys,
      IntakeSigner signer,
      Pepper pepper,
      SecureRandom random,
      Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.signer = signer;
    this.pepper = pepper;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Opens a batch in the caller's transaction. Batches of one clinic wait for each other, so that
   * two that send the same thing at the same time do not both find it missing.
   */
  public IntakeBatch open(ClinicId clinic) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('intake:' || :clinic, 0))")
        .param("clinic", clinic.toString())
        .query(row -> {});
    // PostgreSQL keeps microseconds; what is signed has to be what is read back.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var exchanges = new IntakeExchanges(clinic, keys, new Exchanges(jdbc), signer, random, now);
    return new IntakeBatch(
        clinic,
        new Entities(jdbc),
        new Delegations(jdbc),
        exchanges,
        new ReplacedEntities(jdbc),
        pepper,
        random,
        now);
  }
}
