package care.vestibule.testing;

import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.KeyProof;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.tenancy.ClinicId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Rows that many tests need, stored through the repositories of the directory. */
public final class Fixtures {

  private final TestDatabase database;
  private final AtomicInteger number = new AtomicInteger();

  /** Stores into the given database. */
  public Fixtures(TestDatabase database) {
    this.database = database;
  }

  /** A stored clinic in Germany that invites from 16 years on and asks for a second factor. */
  public Clinic aClinic() {
    var id = new ClinicId(UUID.randomUUID());
    var clinic = new Clinic(id, "Lindenhof Clinic", "Lindenhof Online", "DE", 16, true, false);
    in(
        id,
        () -> {
          new Clinics(database.jdbc()).save(clinic);
          return clinic;
        });
    return clinic;
  }

  /** A stored professional without a key. */
  public HealthcareProfessional anHcp(ClinicId clinic) {
    int n = number.incrementAndGet();
    var hcp =
        new HealthcareProfessional(
            new HcpId(UUID.randomUUID()),
            clinic,
            UUID.randomUUID(),
            "Dr.",
            "Casares" + n,
            "Julio",
            Optional.of("julio.casares" + n + "@clinic.example"),
            List.of(new Identifier("http://hl7.org/fhir/sid/us-npi", "99990000" + n)),
            new UUID(clinic.value().getMostSignificantBits(), 1));
    in(
        clinic,
        () -> {
          new HealthcareProfessionals(database.jdbc(), event -> {}).save(hcp);
          return hcp;
        });
    return hcp;
  }

  /** An active key pair of a professional or a patient, its public half in the directory. */
  public PartyKeyPair aKeyOf(ClinicId clinic, UUID party, Optional<KeyProof> proof) {
    var pair = PartyKeyPair.generate(new SecureRandom());
    // PostgreSQL keeps microseconds.
    var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    var key = new PartyKey(clinic, party, pair.publicKey(), KeyState.ACTIVE, proof, now);
    in(
        clinic,
        () -> {
          new PublicKeys(database.jdbc()).register(key);
          return key;
        });
    return pair;
  }

  /** A patient to be changed and stored: an adult, active, with one e-mail address. */
  public PatientFixture aPatient(ClinicId clinic) {
    return new PatientFixture(this, clinic, number.incrementAndGet());
  }

  /** Does the work in one transaction of the clinic. */
  public <T> T in(ClinicId clinic, Supplier<T> work) {
    return database
        .clinic()
        .during(
            clinic, () -> Objects.requireNonNull(database.transactions().execute(s -> work.get())));
  }

  TestDatabase database() {
    return database;
  }
}
