package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.audit.Alarm;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.process.Incident;
import care.vestibule.records.ContentKeys;
import care.vestibule.records.StoredEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@SharingTest
class RevokeShareTests {

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;
  @Autowired private RevokeShare revoking;
  @Autowired private RevocationRun schedule;
  @Autowired private SharingProgress progress;
  @Autowired private AccessRequests notifications;
  @Autowired private StatusChanges transitions;
  @Autowired private ContentKeys contentKeys;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private final UUID invitation = UUID.randomUUID();

  @BeforeEach
  void aPatientOfADoctor() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    device = ward.enrol(patient, invitation);
  }

  @Test
  void afterARevocationThePatientReadsNothingAndTheNotificationSaysStillThatItWasShared() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    ward.know(patient, "Observation", "peak flow", doctor.id());
    var approval = shared(doctor);
    assertThat(ward.read(patient, device)).hasSize(2);

    var revocation = revoke(approval, Rekey.NEXT_WRITE);

    assertThat(revocation.entities()).isEqualTo(2);
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(ward.at(clinic, () -> notifications.find(approval)).orElseThrow().status())
        .isEqualTo(AccessRequestStatus.COMPLETED);
    assertThat(audited("SHARE_REVOKED")).isEqualTo(1);
  }

  @Test
  void whatIsLeftToDoWaitsForAKeystoreThatIsGoneAndOneAlarmSaysSo() throws IOException {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = shared(doctor);
    revoke(approval, Rekey.NOW);
    var file = Path.of("target/keystores", clinic.id() + ".bcfks");
    var aside = file.resolveSibling(clinic.id() + ".aside");
    Files.move(file, aside);
    try {
      assertThatThrownBy(() -> schedule.settleIn(clinic.id())).isInstanceOf(Incident.class);
      assertThatThrownBy(() -> schedule.settleIn(clinic.id())).isInstanceOf(Incident.class);
    } finally {
      Files.move(aside, file);
    }

    assertThat(audited("REVOCATION_WAITS")).isEqualTo(1);
    schedule.settleIn(clinic.id());
    assertThat(found(approval).settledAt()).isPresent();
  }

  @Test
  void aDoctorWhoseShareWasTakenBackIsSaidToHaveTakenItBack() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = shared(doctor);
    revoke(approval, Rekey.NEXT_WRITE);

    assertThat(ward.at(clinic, () -> progress.of(patient.id())))
        .extracting(HcpShareProgress::state)
        .containsExactly(HcpShareProgress.State.TAKEN_BACK);
  }

  @Test
  void revokingTwiceChangesNothingTheSecondTime() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = shared(doctor);
    var first = revoke(approval, Rekey.NEXT_WRITE);

    var second = revoke(approval, Rekey.NOW);

    assertThat(second).isEqualTo(first);
    assertThat(audited("SHARE_REVOKED")).isEqualTo(1);
  }

  @Test
  void aRevokedApprovalSharesNothingAnyMore() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = shared(doctor);
    revoke(approval, Rekey.NEXT_WRITE);

    assertThatThrownBy(() -> share(doctor, approval))
        .isInstanceOf(Incident.class)
        .hasMessage("REQUEST_CLOSED");
    assertThat(ward.read(patient, device)).isEmpty();
  }

  @Test
  void withoutRekeyingTheContentStaysUnderItsKey() {
    var entity = ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = shared(doctor);
    var before = stored(entity);

    revoke(approval, Rekey.NEXT_WRITE);
    schedule.settleIn(clinic.id());

    assertThat(stored(entity).contentKey()).isEqualTo(before.contentKey());
    assertThat(found(approval).settledAt()).isPresent();
  }

  @Test
  void rekeyedAtOnceTheContentLiesUnderANewKeyThatEveryDoctorWhoHeldItHolds() {
    var colleague = ward.aDoctor(clinic);
    var entity = ward.know(patient, "Condition", "asthma", doctor.id(), colleague.id());
    var before = stored(entity);
    var approval = shared(doctor);

    revoke(approval, Rekey.NOW);
    schedule.settleIn(clinic.id());

    assertThat(stored(entity).contentKey()).isNotEqualTo(before.contentKey());
    assertThat(stored(entity).version()).isEqualTo(before.version() + 1);
    assertThat(found(approval).failed()).isZero();
    assertThat(audited("REVOCATION_SETTLED")).isEqualTo(1);
    assertThat(ward.read(patient, device)).isEmpty();
    shared(colleague);
    assertThat(ward.read(patient, device)).containsExactly("asthma");
  }

  @Test
  void whatAColleagueSharedTooThePatientReadsAgainFromThem() {
    var colleague = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "known to both", doctor.id(), colleague.id());
    ward.know(patient, "Condition", "known to the doctor", doctor.id());
    ward.know(patient, "Condition", "known to the colleague", colleague.id());
    var approval = shared(doctor);
    shared(colleague);
    ward.know(patient, "Condition", "newer than both shares", doctor.id(), colleague.id());

    revoke(approval, Rekey.NOW);
    assertThat(ward.read(patient, device)).containsExactly("known to the colleague");
    schedule.settleIn(clinic.id());

    assertThat(ward.read(patient, device))
        .containsExactlyInAnyOrder("known to both", "known to the colleague");
  }

  @Test
  void settlingThatBreaksInTheMiddleGoesOn() {
    var known =
        Stream.generate(() -> ward.know(patient, "Observation", "sample", doctor.id()))
            .limit(RevocationChunk.SIZE + 10L)
            .toList();
    var approval = shared(doctor);
    revoke(approval, Rekey.NOW);
    breakAt(known.stream().max(RevokeShareTests::asPostgresOrders).orElseThrow());
    try {
      assertThatThrownBy(() -> schedule.settleIn(clinic.id()))
          .isInstanceOf(DataAccessException.class);
      assertThat(versions(known)).containsExactlyInAnyOrderElementsOf(expected(known.size()));
      assertThat(found(approval).settledAt()).isEmpty();
    } finally {
      ward.asSuperuser("drop trigger break_at on entity; drop function break_at_entity()");
    }

    schedule.settleIn(clinic.id());
    schedule.settleIn(clinic.id());

    assertThat(versions(known)).containsOnly(2);
    assertThat(found(approval).settledAt()).isPresent();
    assertThat(audited("REVOCATION_SETTLED")).isEqualTo(1);
  }

  @Test
  void whatWasTamperedWithIsLeftAsItIsCountedAndAnAlarm() {
    var good = ward.know(patient, "Condition", "asthma", doctor.id());
    var bad = ward.know(patient, "Condition", "eczema", doctor.id());
    var approval = shared(doctor);
    ward.asSuperuser(
        "update delegation set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
            + " where entity_id = '"
            + bad
            + "'");

    revoke(approval, Rekey.NOW);
    schedule.settleIn(clinic.id());

    assertThat(found(approval).failed()).isEqualTo(1);
    assertThat(stored(good).version()).isEqualTo(2);
    assertThat(stored(bad).version()).isEqualTo(1);
    assertThat(audited(Alarm.RECORD_TAMPERED.name())).isEqualTo(1);
  }

  @Test
  void onlyWhoeverMaySeeTheShareTakesItBackAndOnlyOnceThereIsOne() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var asked = ward.ask(patient, invitation, doctor);
    var system = new Actor.ClinicSystem(clinic.id(), UUID.randomUUID());
    assertRefused(system, asked.id(), "nothing-shared");
    var approval = ward.approve(patient, asked, doctor, device);
    share(doctor, approval);
    assertRefused(system, approval, "nothing-shared");
    complete(approval);

    assertRefused(ward.actor(ward.aDoctor(clinic)), approval, "not-found");
    assertRefused(new Actor.Desk(clinic.id(), UUID.randomUUID()), approval, "not-found");
    var itself = new Actor.PatientUser(clinic.id(), patient.id(), UUID.randomUUID());
    assertRefused(itself, approval, "not-found");
    assertThat(ward.read(patient, device)).hasSize(1);

    ward.at(
        clinic,
        () -> revoking.revoke(system, approval, RevocationReason.MISTAKE, Rekey.NEXT_WRITE));
    assertThat(ward.read(patient, device)).isEmpty();
  }

  private void assertRefused(Actor actor, AccessRequestId id, String slug) {
    assertThatThrownBy(
            () ->
                ward.at(
                    clinic,
                    () -> revoking.revoke(actor, id, RevocationReason.OTHER, Rekey.NEXT_WRITE)))
        .isInstanceOf(Problem.class)
        .hasMessage(slug);
  }

  private ShareRevocation revoke(AccessRequestId approval, Rekey rekey) {
    return ward.at(
        clinic,
        () -> revoking.revoke(ward.actor(doctor), approval, RevocationReason.WRONG_PERSON, rekey));
  }

  private ShareRevocation found(AccessRequestId approval) {
    return ward.at(clinic, () -> revoking.find(ward.actor(doctor), approval)).orElseThrow();
  }

  private AccessRequestId shared(HealthcareProfessional by) {
    var asked = ward.ask(patient, invitation, by);
    var approval = ward.approve(patient, asked, by, device);
    share(by, approval);
    complete(approval);
    return approval;
  }

  private void complete(AccessRequestId approval) {
    assertThat(
            ward.at(
                clinic, () -> transitions.move(approval, AccessRequestStatus.COMPLETED, "agent")))
        .isTrue();
  }

  private SharingReport share(HealthcareProfessional by, AccessRequestId approval) {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), by.id(), approval));
  }

  private StoredEntity stored(UUID entity) {
    return ward.in(patient, () -> contentKeys.lock(entity)).orElseThrow();
  }

  private List<Integer> versions(List<UUID> entities) {
    return entities.stream().map(entity -> stored(entity).version()).toList();
  }

  private static List<Integer> expected(int entities) {
    return Stream.iterate(0, i -> i < entities, i -> i + 1)
        .map(i -> i < RevocationChunk.SIZE ? 2 : 1)
        .toList();
  }

  private long audited(String action) {
    return ward.in(
        patient,
        () ->
            care.vestibule.testing.TestDatabase.get()
                .jdbc()
                .sql("select count(*) from audit_event where action = :action")
                .param("action", action)
                .query(Long.class)
                .single());
  }

  private void breakAt(UUID entity) {
    ward.asSuperuser(
        """
        create function break_at_entity() returns trigger language plpgsql as $$
        begin
          if new.entity_id = '%s' then raise exception 'broken on purpose'; end if;
          return new;
        end $$;
        create trigger break_at before update on entity
          for each row execute function break_at_entity()
        """
            .formatted(entity));
  }

  // UUID.compareTo compares signed halves, PostgreSQL unsigned bytes.
  private static int asPostgresOrders(UUID one, UUID other) {
    return one.toString().compareTo(other.toString());
  }
}
