package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.accessrequest.hold.HoldBack;
import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.accessrequest.hold.PlannedHoldBacks;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What cannot be held back is refused when it is chosen and when it is approved, by one name. */
@SharingTest
class HoldBackRulesTests {

  @Autowired private SharingFixture ward;
  @Autowired private ApproveAccess approving;
  @Autowired private PlannedHoldBacks choices;
  @Autowired private Sharing sharing;
  @Autowired private AccessRequests notifications;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private UUID asthma;
  private AccessRequest asked;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @BeforeEach
  void aRequest() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    var invitation = UUID.randomUUID();
    device = ward.enrol(patient, invitation);
    asthma = ward.know(patient, "Condition", "asthma", doctor.id());
    asked = ward.ask(patient, invitation, doctor);
  }

  @Test
  void aDayThatIsOverAndOneThatIsTooFarAway() {
    assertRefused("hold-day", List.of(until(asthma, today.minusDays(1))));
    assertRefused("hold-day", List.of(until(asthma, today.plusDays(91))));
    assertRefused("hold-day", List.of(until(asthma, LocalDate.MAX)));
    assertRefused("hold-day", List.of(until(asthma, LocalDate.MIN)));
    assertAccepted(List.of(until(asthma, today.plusDays(90))));
    assertAccepted(List.of(until(asthma, today)));
  }

  @Test
  void moreThanFiftyRecordsHoweverTheyAreChosen() {
    var many =
        Stream.generate(() -> ward.know(patient, "Observation", "sample", doctor.id()))
            .limit(51)
            .map(record -> until(record, today.plusDays(1)))
            .toList();

    assertRefused("hold-too-many", many);
    assertAccepted(many.subList(0, 50));
    assertRefusedChoice("hold-too-many", many.subList(50, 51));
    assertAccepted(many.subList(0, 1));
  }

  @Test
  void aRecordOfAnotherDoctorOfAnotherPatientOfAnotherClinicOrOfNobody() {
    var colleague = ward.aDoctor(clinic);
    var other = ward.aPatient(clinic);
    var elsewhere = ward.aClinic();
    var theirs = ward.aPatient(elsewhere);
    var stranger = ward.aDoctor(elsewhere);
    for (var record :
        List.of(
            ward.know(patient, "Condition", "the colleague's", colleague.id()),
            ward.know(other, "Condition", "another patient's", doctor.id()),
            ward.know(theirs, "Condition", "another clinic's", stranger.id()),
            UUID.randomUUID())) {
      assertRefused("hold-no-record", List.of(until(record, today)));
      assertRefused("hold-no-record", List.of(until(asthma, today), until(record, today)));
    }
    assertRefused("hold-no-record", List.of(until(asthma, today), until(asthma, today)));
  }

  @Test
  void aRecordThePatientReadsAlreadyAndOneThatIsHeldBackAlready() {
    var colleague = ward.aDoctor(clinic);
    var read =
        ward.know(patient, "Condition", "shared by the colleague", doctor.id(), colleague.id());
    var second = UUID.randomUUID();
    var theirs = ward.ask(patient, second, colleague);
    ward.approve(patient, theirs, colleague, device);
    ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), colleague.id(), theirs.id()));
    assertRefused("hold-read-already", List.of(until(read, today)));

    approve(asked, ward.actor(doctor), List.of(until(asthma, today)));
    asked = ward.ask(patient, UUID.randomUUID(), doctor);
    assertRefused("hold-already", List.of(until(asthma, today.plusDays(50))));
  }

  @Test
  void nobodyButTheOneWhoMayAnswerChoosesOrApproves() {
    var stranger = ward.actor(ward.aDoctor(ward.aClinic()));
    var colleague = ward.actor(ward.aDoctor(clinic));
    var wish = List.of(until(asthma, today));
    for (var actor : List.of(stranger, colleague)) {
      assertProblem("not-found", () -> choose(actor, wish));
      assertProblem("not-found", () -> approve(asked, actor, wish));
      assertProblem("not-found", () -> take(actor));
    }
    assertThat(ward.at(clinic, () -> notifications.decisionOn(asked.id()))).isEmpty();
  }

  @Test
  void theApplicationChangesNoReasonAndNoDayOfAHoldAndForgetsNone() {
    approve(asked, ward.actor(doctor), List.of(until(asthma, today)));

    for (var attempt :
        List.of(
            "delete from held_back",
            "update held_back set last_day = last_day + 900",
            "update held_back set reason = 'BEING_CORRECTED'",
            "update held_back set entity_id = gen_random_uuid()")) {
      assertThatThrownBy(() -> inDatabase(attempt)).isInstanceOf(DataAccessException.class);
    }
  }

  private int inDatabase(String statement) {
    return ward.in(patient, () -> TestDatabase.get().jdbc().sql(statement).update());
  }

  private void assertRefused(String slug, List<HoldBack> wishes) {
    assertRefusedChoice(slug, wishes);
    assertProblem(slug, () -> approve(asked, ward.actor(doctor), wishes));
    assertThat(ward.at(clinic, () -> notifications.decisionOn(asked.id()))).isEmpty();
    assertThat(ward.at(clinic, () -> choices.of(doctor.id(), asked.id()))).isEmpty();
  }

  private void assertRefusedChoice(String slug, List<HoldBack> wishes) {
    assertProblem(slug, () -> choose(ward.actor(doctor), wishes));
  }

  private void assertAccepted(List<HoldBack> wishes) {
    choose(ward.actor(doctor), wishes);
  }

  private void choose(Actor.Doctor actor, List<HoldBack> wishes) {
    during(() -> choices.add(actor, asked.id(), wishes));
  }

  private void take(Actor.Doctor actor) {
    during(() -> choices.remove(actor, asked.id(), asthma));
  }

  private void approve(AccessRequest request, Actor.Doctor actor, List<HoldBack> wishes) {
    during(
        () ->
            approving.approve(
                request.id(), actor, device.fingerprint(), KeyVerification.LINK_BOUND, wishes));
  }

  private HoldBack until(UUID record, LocalDate day) {
    return new HoldBack(record, HoldBackReason.RIGHTS_OF_OTHERS, day);
  }

  private void during(Runnable work) {
    ward.at(
        clinic,
        () -> {
          work.run();
          return clinic;
        });
  }

  private static void assertProblem(String slug, Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(Problem.class).hasMessage(slug);
  }
}
