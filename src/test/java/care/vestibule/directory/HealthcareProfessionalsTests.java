package care.vestibule.directory;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthcareProfessionalsTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final List<Object> announced = new ArrayList<>();
  private final HealthcareProfessionals professionals =
      new HealthcareProfessionals(database.jdbc(), announced::add);
  private final Clinic clinic = fixtures.aClinic();

  @Test
  void aProfessionalIsFoundByEveryReference() {
    var hcp = fixtures.anHcp(clinic.id());

    assertThat(fixtures.in(clinic.id(), () -> professionals.find(hcp.id()))).contains(hcp);
    assertThat(fixtures.in(clinic.id(), () -> professionals.findByRef(hcp.ref()))).contains(hcp);
    assertThat(
            fixtures.in(
                clinic.id(), () -> professionals.findByIdentifier(hcp.identifiers().getFirst())))
        .contains(hcp);
    assertThat(fixtures.in(clinic.id(), professionals::all)).containsExactly(hcp);
    assertThat(fixtures.in(fixtures.aClinic().id(), professionals::all)).isEmpty();
  }

  @Test
  void onlyTheFirstSaveAnnouncesAProfessional() {
    var hcp = fixtures.anHcp(clinic.id());
    var other = fixtures.aClinic();
    var copy =
        new HealthcareProfessional(
            hcp.id(), other.id(), hcp.ref(), "", "Zavala", "", hcp.email(), List.of(), hcp.ref());

    fixtures.in(other.id(), () -> saved(copy));
    fixtures.in(other.id(), () -> saved(copy));

    assertThat(announced).containsExactly(new HcpRegistered(other.id(), hcp.id()));
  }

  @Test
  void theNameIsSaidWithItsTitle() {
    assertThat(fixtures.anHcp(clinic.id()).displayName()).startsWith("Dr. Julio Casares");
  }

  private HealthcareProfessional saved(HealthcareProfessional hcp) {
    professionals.save(hcp);
    return hcp;
  }
}
