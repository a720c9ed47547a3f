package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.CancelReason;
import care.vestibule.accessrequest.RecordsAdded;
import care.vestibule.accessrequest.RequestAccess;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.accessrequest.hold.EndedHoldBacks;
import care.vestibule.accessrequest.hold.HoldBack;
import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.accessrequest.hold.HoldBacks;
import care.vestibule.accessrequest.hold.PlannedHoldBacks;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.identity.Problem;
import care.vestibule.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SharingTest
@RecordApplicationEvents
class HoldBacksTests {

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;
  @Autowired private SharingReports reports;
  @Autowired private SharingProgress progress;
  @Autowired private HoldBacks holds;
  @Autowired private ApproveAccess approving;
  @Autowired private PlannedHoldBacks choices;
  @Autowired private EndedHoldBackSharing schedule;
  @Autowired private ApplicationEvents events;
  @Autowired private EndedHoldBacks waitingHolds;
  @Autowired private RevokeShare revoking;
  @Autowired private RevocationRun revocations;
  @Autowired private AccessRequests notifications;
  @Autowired private RequestAccess questions;
  @Autowired private StatusChanges transitions;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private UUID asthma;
  private final UUID invitation = UUID.randomUUID();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @BeforeEach
  void aPatientOfADoctor() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    device = ward.enrol(patient, invitation);
    asthma = ward.know(patient, "Condition", "asthma", doctor.id());
  }

  @Test
  void whatIsHeldBackIsNotSharedTheReportCountsItAndThePatientIsToldUntilWhenAndWhy() {
    ward.know(patient, "Observation", "peak flow", doctor.id());

    var approval = approvedBut(wish(asthma, HoldBackReason.TELL_IN_PERSON, 14));
    var report = share(doctor, approval);

    assertThat(ward.read(patient, device)).containsExactly("peak flow");
    assertThat(report.healthcareElements().heldBack()).isEqualTo(1);
    assertThat(report.healthcareElements().isAllHeldBack()).isTrue();
    assertThat(report.dataSamples().heldBack()).isZero();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.isAllHeldBack()).isFalse();
    complete(approval);
    assertThat(part().state()).isEqualTo(HcpShareProgress.State.SHARED);
    assertThat(part().heldBack())
        .containsExactly(
            new HcpShareProgress.Held(
                doctor.displayName(), 1, HoldBackReason.TELL_IN_PERSON, today.plusDays(14)));
    assertThat(audited("RECORD_HELD_BACK")).isEqualTo(1);
  }

  @Test
  void aShareOfWhichEverythingIsHeldBackCountsAsNoShare() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    var report = share(doctor, approval);
    complete(approval);

    assertThat(report.isAllHeldBack()).isTrue();
    assertThat(part().state()).isEqualTo(HcpShareProgress.State.HELD_BACK);
    assertThat(ward.read(patient, device)).isEmpty();
  }

  @Test
  void sharingAgainGivesNothingThatIsHeldBackAndCountsItOnce() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);

    share(doctor, approval);

    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(inAll(approval).heldBack()).isEqualTo(1);
  }

  @Test
  void onceItsDaysAreOverTheRecordIsSharedAndTheReportAddsItUp() {
    ward.know(patient, "Condition", "hay fever", doctor.id());
    var approval = approvedBut(wish(asthma, HoldBackReason.BEING_CORRECTED, 1));
    share(doctor, approval);
    complete(approval);
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).containsExactly("hay fever");
    assertThat(told()).isZero();

    lastDayOver();
    assertThat(part().heldBack()).isEmpty();
    schedule.lookIn(clinic.id());

    assertThat(ward.read(patient, device)).containsExactlyInAnyOrder("asthma", "hay fever");
    assertThat(inAll(approval).healthcareElements())
        .isEqualTo(new SharingReport.Part(true, Optional.empty(), 2, 0));
    assertThat(audited("HOLD_EXPIRED")).isEqualTo(1);
    assertThat(toShare()).isZero();
  }

  @Test
  void aDoctorEndsAHoldEarlyAndOnlyTheirOwn() {
    var colleague = ward.aDoctor(clinic);
    var approval = approvedBut(wish(asthma, HoldBackReason.RIGHTS_OF_OTHERS, 90));
    share(doctor, approval);
    complete(approval);

    assertRefused("not-found", () -> holds.release(ward.actor(colleague), approval, asthma));
    assertRefused(
        "hold-none", () -> holds.release(ward.actor(doctor), approval, UUID.randomUUID()));
    run(() -> holds.release(ward.actor(doctor), approval, asthma));
    assertRefused("hold-none", () -> holds.release(ward.actor(doctor), approval, asthma));
    schedule.lookIn(clinic.id());

    assertThat(ward.read(patient, device)).containsExactly("asthma");
    assertThat(part().state()).isEqualTo(HcpShareProgress.State.SHARED);
    assertThat(audited("HOLD_RELEASED")).isEqualTo(1);
  }

  @Test
  void aHoldThatEndsWhileTheShareRunsWaitsForIt() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    run(() -> holds.release(ward.actor(doctor), approval, asthma));

    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(toShare()).isEqualTo(1);

    share(doctor, approval);
    complete(approval);
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).containsExactly("asthma");
    assertThat(toShare()).isZero();
    // The process shared it, and its last message says so.
    assertThat(told()).isZero();
  }

  @Test
  void aHoldThatEndsAfterTheShareWasTakenBackOrAllWasWithdrawnSharesNothing() {
    ward.know(patient, "Condition", "hay fever", doctor.id());
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);
    complete(approval);
    run(() -> questions.withdraw(invitation, patient.id(), true, "desk:test"));

    lastDayOver();
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(toShare()).isZero();

    device = ward.enrol(patient, invitation);
    var again = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, again);
    complete(again);
    run(() -> revoke(again));
    lastDayOver();
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(toShare()).isZero();
    assertThat(told()).isZero();
  }

  @Test
  void thePatientIsToldOnceOfAllThatEndedTogetherAndAgainOfWhatEndsLater() {
    var hayFever = ward.know(patient, "Condition", "hay fever", doctor.id());
    var peakFlow = ward.know(patient, "Observation", "peak flow", doctor.id());
    var approval =
        approvedBut(
            wish(asthma, HoldBackReason.PREVENT_HARM, 5),
            wish(hayFever, HoldBackReason.TELL_IN_PERSON, 5),
            wish(peakFlow, HoldBackReason.TELL_IN_PERSON, 90));
    share(doctor, approval);
    complete(approval);
    ward.asSuperuser(
        "update held_back set last_day = current_date - 1 where entity_id in ('%s', '%s')"
            .formatted(asthma, hayFever));

    schedule.lookIn(clinic.id());
    schedule.lookIn(clinic.id());
    assertThat(events.stream(RecordsAdded.class)).containsExactly(new RecordsAdded(invitation));

    run(() -> holds.release(ward.actor(doctor), approval, peakFlow));
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).hasSize(3);
    assertThat(told()).isEqualTo(2);
  }

  @Test
  void aShareThatDiesBeforeItsEndAndGoesOnTellsThePatientOnce() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);
    complete(approval);
    lastDayOver();
    breakTheEnd();
    try {
      assertThatThrownBy(() -> schedule.lookIn(clinic.id()))
          .isInstanceOf(DataAccessException.class);
    } finally {
      mendTheEnd();
    }
    assertThat(ward.read(patient, device)).containsExactly("asthma");
    assertThat(told()).isZero();

    schedule.lookIn(clinic.id());
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void ofAShareThatIsNotCompleteThePatientIsToldWhatItGaveAndLaterOfTheRest() {
    var hayFever = ward.know(patient, "Condition", "hay fever", doctor.id());
    var approval =
        approvedBut(
            wish(asthma, HoldBackReason.PREVENT_HARM, 30),
            wish(hayFever, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);
    complete(approval);
    flip(asthma);
    lastDayOver();
    for (int times = 0; times < 2; times++) {
      schedule.lookIn(clinic.id());
      hourOver();
    }
    assertThat(ward.read(patient, device)).containsExactly("hay fever");
    assertThat(told()).isEqualTo(1);

    flip(asthma);
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).hasSize(2);
    assertThat(told()).isEqualTo(2);
  }

  @Test
  void whatCannotBeSharedAfterAHoldIsTriedAgainInAnHour() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);
    complete(approval);
    flip(asthma);
    lastDayOver();
    schedule.lookIn(clinic.id());
    flip(asthma);

    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(waiting()).containsExactly("SHARE_INCOMPLETE 1");
    assertThat(told()).isZero();
    assertThat(toShare()).isEqualTo(1);
    hourOver();
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).containsExactly("asthma");
    assertThat(waiting()).isEmpty();
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void whatWaitsForItsCauseIsSaidSinceTheFirstTimeAndOverOnceNobodyMayShareIt() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);
    complete(approval);
    flip(asthma);
    lastDayOver();
    schedule.lookIn(clinic.id());
    var since = ward.at(clinic, waitingHolds::all).getFirst().since();
    hourOver();
    schedule.lookIn(clinic.id());
    assertThat(ward.at(clinic, waitingHolds::all).getFirst().since()).isEqualTo(since);

    run(() -> revoke(approval));
    hourOver();
    schedule.lookIn(clinic.id());
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aColleagueWhoHoldsTheSameRecordIsNotBoundByIt() {
    var colleague = ward.aDoctor(clinic);
    var both = ward.know(patient, "Condition", "known to both", doctor.id(), colleague.id());
    var approval =
        approvedBut(
            wish(asthma, HoldBackReason.PREVENT_HARM, 30),
            wish(both, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);

    share(colleague, approve(colleague));

    assertThat(ward.read(patient, device)).containsExactly("known to both");
  }

  @Test
  void aColleaguesShareThatIsTakenBackHandsOverNothingThatTheDoctorHoldsBack() {
    var colleague = ward.aDoctor(clinic);
    var secret = ward.know(patient, "Condition", "held by one", doctor.id(), colleague.id());
    ward.know(patient, "Condition", "known to both", doctor.id(), colleague.id());
    // Asked first: what the patient reads already cannot be held back.
    var approval = approvedBut(wish(secret, HoldBackReason.RIGHTS_OF_OTHERS, 30));
    var colleagues = approve(colleague);
    share(colleague, colleagues);
    complete(colleagues);
    share(doctor, approval);
    complete(approval);
    assertThat(ward.read(patient, device))
        .containsExactlyInAnyOrder("asthma", "held by one", "known to both");

    run(
        () ->
            revoking.revoke(
                ward.actor(colleague), colleagues, RevocationReason.MISTAKE, Rekey.NOW));
    revocations.settleIn(clinic.id());

    assertThat(ward.read(patient, device)).containsExactlyInAnyOrder("asthma", "known to both");
  }

  @Test
  void aNewKeyOfThePatientDoesNotLiftAHold() {
    var approval = approvedBut(wish(asthma, HoldBackReason.PREVENT_HARM, 30));
    share(doctor, approval);
    complete(approval);
    device = ward.enrol(patient, invitation);
    ward.know(patient, "Condition", "hay fever", doctor.id());

    var again = approve(doctor);
    share(doctor, again);

    assertThat(ward.read(patient, device)).containsExactly("hay fever");
    complete(again);
    lastDayOver();
    schedule.lookIn(clinic.id());
    assertThat(ward.read(patient, device)).containsExactlyInAnyOrder("asthma", "hay fever");
  }

  @Test
  void anApprovalThatDoesNotNameWhatWasChosenIsRefusedAndOneThatDoesHoldsItBack() {
    var asked = ward.ask(patient, invitation, doctor);
    var chosen = wish(asthma, HoldBackReason.TELL_IN_PERSON, 7);
    run(() -> choices.add(ward.actor(doctor), asked.id(), List.of(chosen)));

    assertRefused("has-holds", () -> ward.approve(patient, asked, doctor, device));
    assertRefused("has-holds", () -> approve(asked, doctor));
    assertThat(ward.at(clinic, () -> notifications.decisionOn(asked.id()))).isEmpty();
    assertThat(ward.at(clinic, () -> choices.of(doctor.id(), asked.id()))).containsExactly(chosen);

    run(() -> approve(asked, doctor, chosen));
    share(doctor, asked.id());
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(ward.at(clinic, () -> choices.of(doctor.id(), asked.id()))).isEmpty();
    assertThat(ward.at(clinic, () -> holds.of(doctor.id(), patient.id()))).containsExactly(chosen);
  }

  @Test
  void whatAColleagueChoseKeepsNobodyElseFromApproving() {
    var colleague = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "the colleague's", colleague.id());
    var asked = ward.ask(patient, invitation, doctor);
    var other = ward.asked(patient, colleague);
    run(
        () ->
            choices.add(
                ward.actor(doctor),
                asked.id(),
                List.of(wish(asthma, HoldBackReason.PREVENT_HARM, 1))));

    ward.approve(patient, other, colleague, device);

    assertThat(ward.at(clinic, () -> notifications.decisionOn(other.id()))).isPresent();
  }

  @Test
  void aChoiceIsTakenBackAndNothingCanBeChosenOnceItIsAnswered() {
    var asked = ward.ask(patient, invitation, doctor);
    var chosen = wish(asthma, HoldBackReason.TELL_IN_PERSON, 7);
    run(() -> choices.add(ward.actor(doctor), asked.id(), List.of(chosen)));
    run(() -> choices.remove(ward.actor(doctor), asked.id(), asthma));
    ward.approve(patient, asked, doctor, device);

    assertRefused(
        "already-decided", () -> choices.add(ward.actor(doctor), asked.id(), List.of(chosen)));
  }

  @Test
  void whatWasChosenForARequestThatIsDeclinedIsForgottenAndForOneThatWaitsItIsKept() {
    var colleague = ward.aDoctor(clinic);
    var theirs = ward.know(patient, "Condition", "the colleague's", colleague.id());
    var declined = ward.ask(patient, invitation, doctor);
    var waits = ward.asked(patient, colleague);
    var wish = wish(asthma, HoldBackReason.PREVENT_HARM, 1);
    var other = wish(theirs, HoldBackReason.PREVENT_HARM, 1);
    run(() -> choices.add(ward.actor(doctor), declined.id(), List.of(wish)));
    run(() -> choices.add(ward.actor(colleague), waits.id(), List.of(other)));
    run(() -> transitions.cancel(declined.id(), CancelReason.TALK_FIRST, "hcp:test"));

    schedule.lookIn(clinic.id());

    assertThat(ward.at(clinic, () -> choices.of(doctor.id(), declined.id()))).isEmpty();
    assertThat(ward.at(clinic, () -> choices.of(colleague.id(), waits.id())))
        .containsExactly(other);
  }

  private AccessRequestId approvedBut(HoldBack... wishes) {
    var asked = ward.ask(patient, invitation, doctor);
    return ward.at(clinic, () -> approve(asked, doctor, wishes));
  }

  private AccessRequestId approve(AccessRequest asked, HealthcareProfessional by, HoldBack... but) {
    return approving
        .approve(
            asked.id(),
            ward.actor(by),
            device.fingerprint(),
            KeyVerification.LINK_BOUND,
            List.of(but))
        .notification();
  }

  private AccessRequestId approve(HealthcareProfessional by) {
    return ward.approve(patient, ward.ask(patient, invitation, by), by, device);
  }

  private HoldBack wish(UUID record, HoldBackReason reason, int days) {
    return new HoldBack(record, reason, today.plusDays(days));
  }

  private SharingReport share(HealthcareProfessional by, AccessRequestId approval) {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), by.id(), approval));
  }

  private void complete(AccessRequestId approval) {
    run(() -> transitions.move(approval, AccessRequestStatus.ONGOING, "agent"));
    assertThat(
            ward.at(
                clinic, () -> transitions.move(approval, AccessRequestStatus.COMPLETED, "agent")))
        .isTrue();
  }

  private void revoke(AccessRequestId approval) {
    revoking.revoke(ward.actor(doctor), approval, RevocationReason.HARM, Rekey.NEXT_WRITE);
  }

  private SharingReport inAll(AccessRequestId approval) {
    return ward.at(clinic, () -> reports.inAll(approval)).orElseThrow();
  }

  private HcpShareProgress part() {
    return ward.at(clinic, () -> progress.of(patient.id())).stream()
        .filter(one -> one.doctor().equals(doctor.id()))
        .findFirst()
        .orElseThrow();
  }

  private void lastDayOver() {
    ward.asSuperuser(
        "update held_back set last_day = current_date - 1 where ended_at is null and clinic_id = '"
            + clinic.id()
            + "'");
  }

  private void flip(UUID entity) {
    ward.asSuperuser(
        "update delegation set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
            + " where entity_id = '"
            + entity
            + "'");
  }

  private long told() {
    return events.stream(RecordsAdded.class).count();
  }

  private void breakTheEnd() {
    ward.asSuperuser(
        """
        create function break_the_end() returns trigger language plpgsql as $$
        begin
          if new.clinic_id = '%s' and new.told > 0 then raise exception 'broken on purpose'; end if;
          return new;
        end $$;
        create trigger break_the_end before update on share_runs
          for each row execute function break_the_end()
        """
            .formatted(clinic.id()));
  }

  private void mendTheEnd() {
    ward.asSuperuser("drop trigger break_the_end on share_runs; drop function break_the_end()");
  }

  private void hourOver() {
    ward.asSuperuser(
        "update held_back set share_at = share_at - interval '1 hour' where share_at > now()"
            + " and clinic_id = '"
            + clinic.id()
            + "'");
  }

  private List<String> waiting() {
    return ward.at(clinic, waitingHolds::all).stream()
        .map(one -> one.code() + " " + one.records())
        .toList();
  }

  private long toShare() {
    return counted("select count(*) from held_back where share_at is not null");
  }

  private long audited(String action) {
    return counted("select count(*) from audit_event where action = '" + action + "'");
  }

  private long counted(String sql) {
    return ward.in(patient, () -> TestDatabase.get().jdbc().sql(sql).query(Long.class).single());
  }

  private void run(Runnable work) {
    ward.at(
        clinic,
        () -> {
          work.run();
          return clinic;
        });
  }

  private void assertRefused(String slug, Runnable work) {
    assertThatThrownBy(() -> run(work)).isInstanceOf(Problem.class).hasMessage(slug);
  }
}
