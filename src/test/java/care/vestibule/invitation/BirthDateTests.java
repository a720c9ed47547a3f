package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditLog;
import care.vestibule.enrolment.CodeRequestResult;
import care.vestibule.enrolment.EnrolmentResult;
import care.vestibule.enrolment.EnrolmentResult.BirthDateNeeded;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.process.ProcessMessage;
import care.vestibule.testing.AtOnce;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InvitationTest
class BirthDateTests {

  private static final Optional<LocalDate> WRONG = Optional.of(LocalDate.of(1977, 9, 15));

  private final InvitationFixture reception;
  private final Enrolments enrolments;
  private final InvitationCounters counters;
  private final RecordingMessenger messenger;
  private final RecordingOutbox outbox;
  private final AuditLog audit;

  BirthDateTests(
      @Autowired InvitationFixture reception,
      @Autowired Enrolments enrolments,
      @Autowired InvitationCounters counters,
      @Autowired RecordingMessenger messenger,
      @Autowired RecordingOutbox outbox,
      @Autowired AuditLog audit) {
    this.reception = reception;
    this.enrolments = enrolments;
    this.counters = counters;
    this.messenger = messenger;
    this.outbox = outbox;
    this.audit = audit;
  }

  @Test
  void whoHasTheLinkAndNoDateSendsNothingBurnsNothingAndSpendsNoTry() {
    var patient = reception.aPatientWithTwoContacts();
    var invitation = reception.sent(patient);
    var guest = reception.guestOf(invitation);

    for (int press = 0; press < 30; press++) {
      assertThat(enrolments.requestCode(guest.link(), Optional.empty()))
          .isInstanceOf(CodeRequestResult.BirthDateNeeded.class);
      enrolments.requestFreshLink(guest.link(), Optional.empty());
      enrolments.enrol(guest.link(), Optional.empty(), Optional.empty(), guest.key(invitation));
    }

    assertThat(messenger.to(patient.contacts().get(1).value())).isEmpty();
    assertThat(reception.look(invitation).generation()).isEqualTo(1);
    assertThat(tries(invitation)).isZero();
    assertThat(enrolments.requestCode(guest.link(), PatientBrowser.BORN))
        .isInstanceOf(CodeRequestResult.Begun.class);
  }

  @Test
  void whereNoCodeIsSentTheDateHasToBeRightToEnrol() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);

    assertThat(enrol(guest, invitation, Optional.empty())).isInstanceOf(BirthDateNeeded.class);
    assertThat(enrol(guest, invitation, WRONG)).isInstanceOf(BirthDateNeeded.class);
    assertThat(tries(invitation)).isEqualTo(1);

    assertThat(enrol(guest, invitation, PatientBrowser.BORN)).isInstanceOf(Enrolled.class);
  }

  @Test
  void anExpiredLinkIsRenewedOnlyForWhoKnowsTheDate() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    reception.outliveLink(invitation);

    enrolments.requestFreshLink(guest.link(), Optional.empty());
    enrolments.requestFreshLink(guest.link(), WRONG);
    assertThat(fresh(invitation)).isZero();

    enrolments.requestFreshLink(guest.link(), PatientBrowser.BORN);
    assertThat(fresh(invitation)).isEqualTo(1);
  }

  @Test
  void afterTenWrongDatesTheDoorIsShutForTheRightOneTooAndTheClinicIsAlarmed() throws Exception {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    var alarms = alarms(invitation);

    var answers = AtOnce.times(40, () -> enrolments.requestCode(guest.link(), WRONG));

    assertThat(answers.stream().filter(CodeRequestResult.BirthDateNeeded.class::isInstance))
        .hasSize(10);
    assertThat(enrolments.requestCode(guest.link(), PatientBrowser.BORN))
        .isInstanceOf(CodeRequestResult.Refused.class);
    assertThat(enrol(guest, invitation, PatientBrowser.BORN))
        .isInstanceOf(EnrolmentResult.Refused.class);
    assertThat(alarms(invitation)).isEqualTo(alarms + 1);
  }

  @Test
  void ofTenThousandAndOneGuessesTenAreJudged() throws Exception {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    var judged = new AtomicInteger();
    var guessed = new AtomicInteger();

    AtOnce.times(
        8,
        () -> {
          for (int day = guessed.getAndIncrement();
              day <= 10_000;
              day = guessed.getAndIncrement()) {
            var date = Optional.of(LocalDate.of(1990, 1, 1).plusDays(day));
            if (enrolments.requestCode(guest.link(), date)
                instanceof CodeRequestResult.BirthDateNeeded) {
              judged.incrementAndGet();
            }
          }
          return judged;
        });

    assertThat(judged).hasValue(10);
    assertThat(tries(invitation)).isEqualTo(10);
  }

  private EnrolmentResult enrol(
      PatientBrowser guest, Invitation invitation, Optional<LocalDate> born) {
    return enrolments.enrol(guest.link(), Optional.empty(), born, guest.key(invitation));
  }

  private int tries(Invitation invitation) {
    return reception.at(
        invitation.clinic(),
        () ->
            reception
                .fixtures()
                .in(invitation.clinic(), () -> counters.codeTries(invitation.id())));
  }

  private int fresh(Invitation invitation) {
    return outbox.of(ProcessMessage.FRESH_LINK_WANTED, invitation.id().value()).size();
  }

  private long alarms(Invitation invitation) {
    return reception
        .fixtures()
        .in(invitation.clinic(), () -> audit.alarms(invitation.clinic()))
        .stream()
        .filter(entry -> entry.toString().contains(Alarm.INVITATION_LOCKED.name()))
        .count();
  }
}
