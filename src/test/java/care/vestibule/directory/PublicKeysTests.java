package care.vestibule.directory;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicKeysTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final PublicKeys keys = new PublicKeys(database.jdbc());
  private final Clinic clinic = fixtures.aClinic();

  @Test
  void aPatientsKeyIsReadBackWithItsProof() {
    var patient = fixtures.aPatient(clinic.id()).stored();
    var proof = new KeyProof(UUID.randomUUID(), 2, new byte[32]);

    var pair = fixtures.aKeyOf(clinic.id(), patient.id().value(), Optional.of(proof));

    var active = fixtures.in(clinic.id(), () -> keys.activeOf(patient.id().value())).orElseThrow();
    assertThat(active.key()).isEqualTo(pair.publicKey());
    assertThat(active.state()).isEqualTo(KeyState.ACTIVE);
    assertThat(active.proof().orElseThrow().invitation()).isEqualTo(proof.invitation());
    assertThat(active.proof().orElseThrow().mac()).isEqualTo(proof.mac());
    assertThat(fixtures.in(fixtures.aClinic().id(), () -> keys.activeOf(patient.id().value())))
        .isEmpty();
  }

  @Test
  void aNewKeyTakesThePlaceOfTheOneBefore() {
    var party = UUID.randomUUID();
    var first = fixtures.aKeyOf(clinic.id(), party, Optional.empty());
    var second = fixtures.aKeyOf(clinic.id(), party, Optional.empty());

    assertThat(fixtures.in(clinic.id(), () -> keys.activeOf(party)).orElseThrow().key())
        .isEqualTo(second.publicKey());
    assertThat(fixtures.in(clinic.id(), () -> keys.byId(first.publicKey().id())).orElseThrow())
        .extracting(PartyKey::state)
        .isEqualTo(KeyState.LOST);
  }

  @Test
  void aProfessionalWhoseKeyIsLostIsWithoutKey() {
    var one = fixtures.anHcp(clinic.id());
    var two = fixtures.anHcp(clinic.id());
    var pair = fixtures.aKeyOf(clinic.id(), one.id().value(), Optional.empty());

    assertThat(fixtures.in(clinic.id(), keys::professionalsWithoutKey)).containsExactly(two.id());
    fixtures.in(
        clinic.id(),
        () -> {
          keys.markLost(pair.publicKey().id());
          return pair;
        });
    assertThat(fixtures.in(clinic.id(), keys::professionalsWithoutKey))
        .containsExactlyInAnyOrder(one.id(), two.id());
  }
}
