package care.vestibule.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class AuditLogTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final AuditLog log = new AuditLog(database.jdbc(), database.clinic(), Clock.systemUTC());
  private final ClinicId clinic = new ClinicId(UUID.randomUUID());

  @BeforeEach
  void threeEventsAreRecorded() {
    record("INVITATION_SENT", "patient:1");
    record("KEY_SWAPPED", "patient:2");
    record("SHARE_COMPLETED", "patient:3");
  }

  @Test
  void anUntouchedChainIsIntact() {
    assertThat(verified()).isEqualTo(new ChainState.Intact(3));
  }

  @Test
  void aChangedRowIsFound() {
    asSuperuser(
        "update audit_event set subject = 'patient:9' where clinic_id = ? and position = 2");
    assertThat(verified()).isEqualTo(new ChainState.Broken(2));
  }

  @Test
  void aRowChangedIntoSomethingThatIsNoEventIsFound() {
    asSuperuser("update audit_event set actor = 'Dr. Who?' where clinic_id = ? and position = 3");
    assertThat(verified()).isEqualTo(new ChainState.Broken(3));
  }

  @Test
  void aDeletedRowIsFound() {
    asSuperuser("delete from audit_event where clinic_id = ? and position = 1");
    assertThat(verified()).isEqualTo(new ChainState.Broken(1));
  }

  @Test
  void aRowDeletedAtTheEndIsFound() {
    asSuperuser("delete from audit_event where clinic_id = ? and position = 3");
    assertThat(verified()).isEqualTo(new ChainState.Broken(3));
  }

  @Test
  void rowsInAnotherOrderAreFound() {
    asSuperuser(
        "update audit_event set position = 9 where clinic_id = ? and position = 2",
        "update audit_event set position = 2 where clinic_id = ? and position = 3",
        "update audit_event set position = 3 where clinic_id = ? and position = 9");
    assertThat(verified()).isEqualTo(new ChainState.Broken(2));
  }

  @Test
  void theApplicationCanNeitherChangeNorDeleteAnEvent() {
    assertThatThrownBy(() -> asApplication("update audit_event set actor = 'x'"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> asApplication("delete from audit_event"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> asApplication("truncate audit_event"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void onlyAlarmsAreAlarmsAndOnlyThoseOfTheClinic() {
    assertThat(fixtures.in(clinic, () -> log.alarms(clinic)))
        .extracting(entry -> entry.event().action())
        .containsExactly("KEY_SWAPPED");
    var other = new ClinicId(UUID.randomUUID());
    assertThat(fixtures.in(other, () -> log.alarms(clinic))).isEmpty();
  }

  @Test
  void anEventWithWordsInItIsRefusedWithoutRepeatingThem() {
    assertThatThrownBy(() -> new AuditEvent("hcp:1", "OPENED", "Francisco Ocampo", "NONE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Francisco");
  }

  private void record(String action, String subject) {
    fixtures.in(
        clinic,
        () -> {
          log.record(new AuditEvent("hcp:1", action, subject, "NONE"));
          return action;
        });
  }

  private ChainState verified() {
    return fixtures.in(clinic, log::verify);
  }

  private void asApplication(String sql) {
    fixtures.in(clinic, () -> database.jdbc().sql(sql).update());
  }

  private void asSuperuser(String... statements) {
    try (var connection = database.superuser()) {
      for (var sql : statements) {
        try (var statement = connection.prepareStatement(sql)) {
          statement.setObject(1, clinic.value());
          assertThat(statement.executeUpdate()).isEqualTo(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
