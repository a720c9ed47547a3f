package care.vestibule.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.enrolment.DeskCodes.OneTimeCode;
import care.vestibule.enrolment.EnrolmentResult.CodeNeeded;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.invitation.PatientBrowser;
import care.vestibule.invitation.RefusalReason;
import care.vestibule.testing.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InvitationTest
class DeskCodesTests {

  private final InvitationFixture reception;
  private final Enrolments enrolments;
  private final DeskCodes codes;
  private final Invitation invitation;
  private final PatientBrowser guest;

  DeskCodesTests(
      @Autowired InvitationFixture reception,
      @Autowired Enrolments enrolments,
      @Autowired DeskCodes codes) {
    this.reception = reception;
    this.enrolments = enrolments;
    this.codes = codes;
    var patient = reception.aPatientWithTwoContacts();
    this.invitation = reception.sent(patient);
    this.guest = reception.guestOf(patient.contacts().get(0));
  }

  @Test
  void theCodeOfTheDeskOpensTheLinkAndIsNotKeptInClear() {
    var code = handOut(invitation);

    assertThat(code.digits()).matches("[0-9]{6}");
    assertThat(code.toString()).doesNotContain(code.digits());
    assertThat(rowsWith(code.digits())).isZero();
    assertThat(enrol(code.digits())).isInstanceOf(Enrolled.class);
  }

  @Test
  void whoBeginsWithTheCodeInHandIsSentNoOtherThatWouldTakeItsPlace() {
    var code = handOut(invitation);

    for (int times = 0; times < 5; times++) {
      enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    }

    assertThat(ordered()).isZero();
    assertThat(enrol(code.digits())).isInstanceOf(Enrolled.class);
  }

  @Test
  void aNewCodeKillsTheOneBefore() {
    var first = handOut(invitation);
    var second = handOut(invitation);

    if (!first.digits().equals(second.digits())) {
      assertThat(enrol(first.digits())).isInstanceOf(CodeNeeded.class);
    }
    assertThat(enrol(second.digits())).isInstanceOf(Enrolled.class);
  }

  @Test
  void afterFiveWrongTriesItIsDeadAndOneCanBeSentAgain() {
    var code = handOut(invitation);
    for (int tries = 0; tries < 5; tries++) {
      assertThat(enrol(otherThan(code))).isInstanceOf(CodeNeeded.class);
    }

    assertThat(enrol(code.digits())).isInstanceOf(CodeNeeded.class);
    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    assertThat(ordered()).isEqualTo(1);
  }

  @Test
  void afterTenMinutesItIsDead() {
    var code = handOut(invitation);
    asClinic("update enrolment_code set expires_at = now() where invitation_id = :id");

    assertThat(enrol(code.digits())).isInstanceOf(CodeNeeded.class);
  }

  @Test
  void aLockedInvitationGetsALinkFirst() {
    for (int round = 0; round < 2; round++) {
      var code = handOut(invitation);
      for (int tries = 0; tries < 5; tries++) {
        enrol(otherThan(code));
      }
    }

    assertRefused(RefusalReason.LOCKED, invitation);
  }

  @Test
  void thereIsNoneWhereNoneIsAskedForAndNoneAfterTheEnd() {
    assertRefused(RefusalReason.NO_CODE_NEEDED, reception.sent());
    assertRefused(RefusalReason.UNKNOWN_INVITATION, new InvitationId(UUID.randomUUID()));

    enrol(handOut(invitation).digits());

    assertRefused(RefusalReason.NOT_LIVE, invitation);
  }

  private OneTimeCode handOut(Invitation it) {
    return reception.at(
        it.clinic(), () -> codes.handOut(it.id(), new Actor.Desk(it.clinic(), UUID.randomUUID())));
  }

  private EnrolmentResult enrol(String code) {
    return enrolments.enrol(
        guest.link(), Optional.of(code), PatientBrowser.BORN, guest.key(invitation));
  }

  private void assertRefused(RefusalReason reason, Invitation it) {
    assertThatThrownBy(() -> handOut(it))
        .isInstanceOfSatisfying(
            InvitationRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private void assertRefused(RefusalReason reason, InvitationId id) {
    var home = invitation.clinic();
    assertThatThrownBy(
            () ->
                reception.at(
                    home, () -> codes.handOut(id, new Actor.Desk(home, UUID.randomUUID()))))
        .isInstanceOfSatisfying(
            InvitationRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static String otherThan(OneTimeCode code) {
    return code.digits().equals("123456") ? "654321" : "123456";
  }

  private int ordered() {
    return reception
        .fixtures()
        .in(
            invitation.clinic(),
            () ->
                TestDatabase.get()
                    .jdbc()
                    .sql(
                        """
                        select count(*) from enrolment_code
                         where invitation_id = :id and not by_desk
                        """)
                    .param("id", invitation.id().value())
                    .query(Integer.class)
                    .single());
  }

  private long rowsWith(String digits) {
    return reception
        .fixtures()
        .in(
            invitation.clinic(),
            () ->
                TestDatabase.get()
                    .jdbc()
                    .sql(
                        """
                        select count(*) from enrolment_code
                         where invitation_id = :id and encode(code_hash, 'escape') like :digits
                        """)
                    .param("id", invitation.id().value())
                    .param("digits", "%" + digits + "%")
                    .query(Long.class)
                    .single());
  }

  private void asClinic(String sql) {
    var unused =
        reception
            .fixtures()
            .in(
                invitation.clinic(),
                () ->
                    TestDatabase.get()
                        .jdbc()
                        .sql(sql)
                        .param("id", invitation.id().value())
                        .update());
  }
}
