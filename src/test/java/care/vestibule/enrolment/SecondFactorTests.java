package care.vestibule.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.enrolment.EnrolmentResult.CodeNeeded;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.enrolment.EnrolmentResult.Refused;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.PatientBrowser;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.testing.AtOnce;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InvitationTest
class SecondFactorTests {

  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final InvitationFixture reception;
  private final Enrolments enrolments;
  private final Invitations invitations;
  private final RecordingMessenger messenger;
  private final AuditLog audit;
  private final Patient patient;
  private final Contact email;
  private final Contact mobile;
  private final Invitation invitation;
  private final PatientBrowser guest;

  SecondFactorTests(
      @Autowired InvitationFixture reception,
      @Autowired Enrolments enrolments,
      @Autowired Invitations invitations,
      @Autowired RecordingMessenger messenger,
      @Autowired AuditLog audit) {
    this.reception = reception;
    this.enrolments = enrolments;
    this.invitations = invitations;
    this.messenger = messenger;
    this.audit = audit;
    this.patient = reception.aPatientWithTwoContacts();
    this.email = patient.contacts().get(0);
    this.mobile = patient.contacts().get(1);
    this.invitation = reception.sent(patient);
    this.guest = reception.guestOf(email);
  }

  @Test
  void theLinkAloneAsksForTheCodeThatWentTheOtherWay() {
    assertThat(enrol(Optional.empty())).isInstanceOf(CodeNeeded.class);

    var begun = enrolments.requestCode(guest.link(), PatientBrowser.BORN);

    assertThat(begun)
        .isEqualTo(
            new CodeRequestResult.Begun(
                invitation.clinic(), invitation.id(), 1, Optional.of(Channel.SMS)));
    var code = newestCode(1);
    assertThat(enrol(Optional.of(code))).isInstanceOf(Enrolled.class);
    assertThat(messenger.to(email.value()))
        .noneMatch(message -> message.key().kind() == MessageKind.CODE);
  }

  @Test
  void whereTheClinicWantsNoSecondFactorNoCodeIsSent() {
    var clinic = reception.fixtures().aClinic();
    reception
        .fixtures()
        .in(
            clinic.id(),
            () -> {
              new Clinics(TestDatabase.get().jdbc())
                  .save(
                      new Clinic(
                          clinic.id(),
                          clinic.name(),
                          clinic.solutionName(),
                          "DE",
                          16,
                          false,
                          false));
              return clinic;
            });
    var other =
        reception
            .fixtures()
            .aPatient(clinic.id())
            .reachedBy(patient.contacts().toArray(Contact[]::new))
            .stored();
    var invited = reception.sent(other);
    var visitor = reception.guestOf(email);

    assertThat(enrolments.requestCode(visitor.link(), PatientBrowser.BORN))
        .isEqualTo(new CodeRequestResult.Begun(clinic.id(), invited.id(), 1, Optional.empty()));
    assertThat(
            enrolments.enrol(
                visitor.link(), Optional.empty(), PatientBrowser.BORN, visitor.key(invited)))
        .isInstanceOf(Enrolled.class);
  }

  @Test
  void aCodeIsDeadAfterFiveWrongTriesAndTheNextOneIsNot() {
    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    var code = newestCode(1);
    for (int tries = 0; tries < 5; tries++) {
      assertThat(enrol(Optional.of(otherThan(code)))).isInstanceOf(CodeNeeded.class);
    }

    assertThat(enrol(Optional.of(code)))
        .as("the right code, too late")
        .isInstanceOf(CodeNeeded.class);

    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    assertThat(enrol(Optional.of(newestCode(2)))).isInstanceOf(Enrolled.class);
  }

  @Test
  void afterTenWrongTriesTheLinkIsLockedAndTheClinicIsAlarmedUntilTheDeskSendsANewOne() {
    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    var first = newestCode(1);
    wrongTries(5, first);
    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    var second = newestCode(2);
    wrongTries(5, second);

    assertThat(enrol(Optional.of(second))).isInstanceOf(Refused.class);
    assertThat(enrol(Optional.empty())).isInstanceOf(Refused.class);
    assertThat(enrolments.requestCode(guest.link(), PatientBrowser.BORN))
        .isInstanceOf(CodeRequestResult.Refused.class);
    assertThat(alarms()).hasSize(1);

    reception.at(
        invitation.clinic(),
        () -> invitations.resend(invitation.id(), reception.system(invitation.clinic())));
    reception.send(invitation);
    var renewed = reception.look(invitation);
    var again = reception.guestOf(email);
    enrolments.requestCode(again.link(), PatientBrowser.BORN);
    assertThat(
            enrolments.enrol(
                again.link(), Optional.of(newestCode(3)), PatientBrowser.BORN, again.key(renewed)))
        .isInstanceOf(Enrolled.class);
  }

  @Test
  void guessesMadeAtTheSameTimeGetNoMoreTriesThanOneAfterTheOther() throws Exception {
    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    var code = newestCode(1);
    var wrong = otherThan(code);

    var answers = AtOnce.times(64, () -> enrol(Optional.of(wrong)));

    assertThat(answers).filteredOn(CodeNeeded.class::isInstance).hasSize(10);
    assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(54);
    assertThat(enrol(Optional.of(code))).isInstanceOf(Refused.class);
  }

  @Test
  void threeCodesADayAndNotOneMoreAlsoWhenManyAreWantedAtOnce() throws Exception {
    AtOnce.times(20, () -> enrolments.requestCode(guest.link(), PatientBrowser.BORN));

    newestCode(3);

    var ordered =
        reception
            .fixtures()
            .in(
                invitation.clinic(),
                () ->
                    TestDatabase.get()
                        .jdbc()
                        .sql("select count(*) from enrolment_code where invitation_id = :id")
                        .param("id", invitation.id().value())
                        .query((row, number) -> row.getInt(1))
                        .single());
    assertThat(ordered).isEqualTo(3);
  }

  private void wrongTries(int times, String code) {
    for (int tries = 0; tries < times; tries++) {
      assertThat(enrol(Optional.of(otherThan(code)))).isInstanceOf(CodeNeeded.class);
    }
  }

  private EnrolmentResult enrol(Optional<String> code) {
    return enrolments.enrol(guest.link(), code, PatientBrowser.BORN, guest.key(invitation));
  }

  private String newestCode(int expected) {
    return Await.until(
            "code number " + expected, BUDGET, this::codes, codes -> codes.size() == expected)
        .getLast();
  }

  private List<String> codes() {
    return messenger.to(mobile.value()).stream()
        .flatMap(message -> message.facts().code().stream())
        .toList();
  }

  private static String otherThan(String code) {
    return code.equals("123456") ? "654321" : "123456";
  }

  private List<?> alarms() {
    return reception
        .fixtures()
        .in(invitation.clinic(), () -> audit.alarms(invitation.clinic()))
        .stream()
        .filter(entry -> entry.toString().contains(Alarm.INVITATION_LOCKED.name()))
        .toList();
  }
}
