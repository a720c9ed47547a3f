package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.RequestAccess;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.process.Incident;
import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@SharingTest
class InterruptedShareTests {

  private static final int MANY = ShareChunk.SIZE + 20;

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;
  @Autowired private SharingReports reports;
  @Autowired private RequestAccess questions;
  @Autowired private AuditLog audit;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private final UUID invitation = UUID.randomUUID();
  private final List<UUID> known = new ArrayList<>();

  @BeforeEach
  void aPatientOfADoctor() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    device = ward.enrol(patient, invitation);
  }

  @Test
  void aShareThatBreaksInTheMiddleGoesOnAndTheReportCountsBothHalves() {
    know(MANY);
    var approval = approved();
    var last = known.stream().max(InterruptedShareTests::asPostgresOrders).orElseThrow();
    breakAt(last);
    try {
      assertThatThrownBy(() -> share(approval)).isInstanceOf(DataAccessException.class);
      assertThat(ward.read(patient, device)).hasSize(ShareChunk.SIZE);
      assertThat(ward.at(clinic, () -> reports.of(approval))).isEmpty();
    } finally {
      mend();
    }

    var report = share(approval);

    assertThat(report.dataSamples())
        .isEqualTo(new SharingReport.Part(true, Optional.empty(), MANY, 0));
    assertThat(ward.read(patient, device)).hasSize(MANY);
  }

  @Test
  void twoJobsAtTheSameTimeShareEachEntityOnceAndCountItOnce() {
    know(MANY);
    var approval = approved();

    var jobs = List.of(inBackground(approval), inBackground(approval));
    jobs.forEach(CompletableFuture::join);

    assertThat(ward.read(patient, device)).hasSize(MANY);
    assertThat(countedInAllRuns(approval)).isEqualTo(MANY);
  }

  @Test
  void whatCannotBeOpenedIsReportedTheRestIsSharedAndMendedItFollows() {
    know(2);
    var element = ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = approved();
    flip(element);

    var broken = share(approval);
    var seen = ward.at(clinic, () -> reports.of(approval));
    flip(element);
    var mended = share(approval);

    assertThat(broken.healthcareElements())
        .isEqualTo(new SharingReport.Part(false, Optional.of("NOT_AUTHENTIC"), 0, 0));
    assertThat(broken.dataSamples())
        .isEqualTo(new SharingReport.Part(true, Optional.empty(), 2, 0));
    assertThat(seen).contains(broken);
    assertThat(alarms()).containsExactly(Alarm.RECORD_TAMPERED.name());
    assertThat(mended.isComplete()).isTrue();
    assertThat(mended.healthcareElements().modified()).isEqualTo(1);
    assertThat(mended.dataSamples().modified()).isEqualTo(2);
  }

  @Test
  void dataPlantedBySomebodyElseThanTheIntakeIsNotHandedOn() {
    var planted = ward.know(patient, "Condition", "planted", doctor.id());
    var approval = approved();
    ward.asSuperuser(
        """
        update exchange set record = set_byte(record, length(record) - 1,
          get_byte(record, length(record) - 1) # 1)
        where exchange_id in (select exchange_id from delegation where entity_id = '%s')
        """
            .formatted(planted));

    var report = share(approval);

    assertThat(report.healthcareElements().success()).isFalse();
    assertThat(ward.read(patient, device)).isEmpty();
  }

  @Test
  void afterAWithdrawalThatRevokesThePatientReadsNothingAndAShareThatStillRunsStops() {
    know(1);
    var approval = approved();
    share(approval);
    assertThat(ward.read(patient, device)).hasSize(1);

    ward.at(
        clinic,
        () -> {
          questions.withdraw(invitation, patient.id(), true, "desk:test");
          return known;
        });

    assertThat(ward.read(patient, device)).isEmpty();
    assertThatThrownBy(() -> share(approval))
        .isInstanceOf(Incident.class)
        .hasMessage("REQUEST_CLOSED");
    assertThat(ward.read(patient, device)).isEmpty();
  }

  private void know(int samples) {
    for (var i = 0; i < samples; i++) {
      known.add(ward.know(patient, "Observation", "sample " + i, doctor.id()));
    }
  }

  private AccessRequestId approved() {
    var asked = ward.ask(patient, invitation, doctor);
    return ward.approve(patient, asked, doctor, device);
  }

  private SharingReport share(AccessRequestId approval) {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
  }

  private CompletableFuture<SharingReport> inBackground(AccessRequestId approval) {
    return CompletableFuture.supplyAsync(() -> share(approval));
  }

  // Whether the second job found the first one's share under way or ended is a matter of luck.
  private int countedInAllRuns(AccessRequestId approval) {
    return ward.in(
        patient,
        () ->
            TestDatabase.get()
                .jdbc()
                .sql("select sum(modified) from share_run_parts where notification_id = :id")
                .param("id", approval.value())
                .query(Integer.class)
                .single());
  }

  private List<String> alarms() {
    return ward.in(
        patient,
        () -> audit.alarms(clinic.id()).stream().map(entry -> entry.event().action()).toList());
  }

  private void flip(UUID entity) {
    ward.asSuperuser(
        "update delegation set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
            + " where entity_id = '"
            + entity
            + "'");
  }

  private void breakAt(UUID entity) {
    ward.asSuperuser(
        """
        create function break_at() returns trigger language plpgsql as $$
        begin
          if new.entity_id = '%s' then raise exception 'broken on purpose'; end if;
          return new;
        end $$;
        create trigger break_at before insert on delegation
          for each row execute function break_at()
        """
            .formatted(entity));
  }

  private void mend() {
    ward.asSuperuser("drop trigger break_at on delegation; drop function break_at()");
  }

  // UUID.compareTo compares signed halves, PostgreSQL unsigned bytes.
  private static int asPostgresOrders(UUID one, UUID other) {
    return one.toString().compareTo(other.toString());
  }
}
