package care.vestibule.records;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PublicKeys;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PepperRotationTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final Clinic clinic = fixtures.aClinic();
  private final HcpId doctor = fixtures.anHcp(clinic.id()).id();
  private final Patient patient = fixtures.aPatient(clinic.id()).stored();
  private final UUID entity = UUID.randomUUID();

  @Test
  void whatWasImportedUnderTheFormerPepperStandsAndIsHashedAnewWhenItPassesBy() {
    var key = fixtures.aKeyOf(clinic.id(), doctor.value(), Optional.empty()).publicKey().id();
    var rotated = pepper(2).accepting(List.of(pepper(1)), Optional.of(pepper(1)));
    assertThat(take(key, pepper(1))).isEqualTo(Receipt.Effect.CREATED);

    assertThat(take(key, rotated)).isEqualTo(Receipt.Effect.UNCHANGED);

    assertThat(take(key, pepper(2))).isEqualTo(Receipt.Effect.UNCHANGED);
    assertThat(take(key, pepper(1))).isEqualTo(Receipt.Effect.CHANGED);
  }

  private Receipt.Effect take(KeyId key, Pepper pepper) {
    var random = new SecureRandom();
    var vouchers = new KeyVouchers(database.jdbc(), pepper);
    var intake =
        new Intake(
            database.jdbc(),
            new HolderKeys(new PublicKeys(database.jdbc()), vouchers),
            new IntakeSigner(PartyKeyPair.generate(random)),
            pepper,
            random,
            Clock.systemUTC());
    var content = "asthma".getBytes(StandardCharsets.UTF_8);
    return fixtures.in(
        clinic.id(),
        () -> {
          vouchers.give(clinic.id(), doctor, key);
          try (var batch = intake.open(clinic.id())) {
            return batch
                .take(
                    new ClearEntity(
                        entity,
                        patient.id(),
                        "Condition",
                        content,
                        content,
                        Optional.empty(),
                        Set.of(doctor)))
                .effect();
          }
        });
  }

  private static Pepper pepper(int number) {
    var bytes = new byte[32];
    bytes[0] = (byte) number;
    return Pepper.of(bytes);
  }
}
