package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class OperationPageTests {

  private final MonitoringFixture ward;
  private final Projection projection;
  private final ClinicId clinic;
  private final OperatorBrowser operator;
  private final EngineStory story;
  private final String page;

  OperationPageTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @LocalServerPort int port) {
    this.ward = ward;
    this.projection = projection;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
    this.story = EngineStory.invited(clinic);
    ward.anInvitation(clinic, story.invitation());
    story.completes("send-invitation", Map.of()).seenBy(projection);
    this.page = "/monitor/instances/" + story.instance();
  }

  @Test
  void anInvitationIsExtendedWithAReasonOnly() {
    var form = page + "/operations/extend";
    assertThat(operator.page(page)).contains(form).doesNotContain("??");
    assertThat(operator.page(form)).contains("By how many days").doesNotContain("??");

    var refused = operator.submit(form, form, "days=7&reason=STUCK&words=");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Nothing was changed: say why", "value=\"7\"")
        .doesNotContain("??");

    var done = operator.submit(form, form, "days=7&reason=STUCK&words=Please+%3Cb%3E");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.uri().getPath()).isEqualTo(page);
    assertThat(done.body())
        .contains("The invitation was extended", "Please &lt;b&gt;", "It cannot go on by itself")
        .doesNotContain("The engine does not know yet")
        .doesNotContain("??");
  }

  @Test
  void aRequestIsHandedOverAndAClosedOneIsSaidToBeClosed() {
    story.logsIn().notified().seenBy(projection);
    var asked = ward.asked(clinic, ward.aDoctor(clinic), story.invitation(), Optional.empty()).id();
    var colleague = ward.aDoctor(clinic);
    var form = page + "/operations/hand-over?notification=" + asked;
    var action = page + "/operations/hand-over";
    var words = "&reason=DOCTOR_AWAY&words=x&notification=" + asked + "&colleague=" + colleague;
    assertThat(operator.page(page)).contains("Hand over", "By law the patient has to be answered");
    assertThat(operator.page(form)).contains(colleague.toString()).doesNotContain("??");

    assertThat(operator.submit(form, action, words).body()).contains("A request was handed over");
    assertThat(
            operator.submit(page + "/operations/cancel", page + "/operations/cancel", words).body())
        .contains("was cancelled");
    var late = operator.submit("/monitor", action, words);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("this was answered or closed meanwhile").doesNotContain("??");
  }

  @Test
  void aCancelledProcessIsSaidToBeCancelled() {
    var form = page + "/operations/cancel";
    operator.submit(form, form, "reason=MISTAKE&words=x");
    story.seenBy(projection);

    assertThat(operator.page(page)).contains(": cancelled</dd>").doesNotContain("??");
    assertThat(operator.page("/monitor/instances?state=ended")).contains("<span>cancelled</span>");
    var again = operator.submit(form, form, "reason=MISTAKE&words=x");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("the process has ended");
  }

  @Test
  void aNewLinkIsSentAndWhatTheDeskHasToMendIsLeftToTheDesk() {
    var form = page + "/operations/resend";
    assertThat(operator.page(page)).contains(form);
    assertThat(operator.page(form)).contains("Send it").doesNotContain("??");

    assertThat(operator.submit(form, form, "reason=PATIENT_ASKED&words=x").body())
        .contains("A new link was sent")
        .doesNotContain("??");
    assertThat(ward.invitationIs(clinic, story.invitation(), "generation")).isEqualTo("2");

    ward.invitationBecomes(clinic, story.invitation(), "UNDELIVERABLE");
    var refused = operator.submit(form, form, "reason=PATIENT_ASKED&words=x");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("the desk has to correct the contact").doesNotContain("??");
    assertThat(ward.invitationIs(clinic, story.invitation(), "generation")).isEqualTo("2");
  }

  @Test
  void aWithdrawnInvitationIsGoneWithWhatWasAsked() {
    story.logsIn().notified().seenBy(projection);
    ward.asked(clinic, ward.aDoctor(clinic), story.invitation(), Optional.empty());
    var form = page + "/operations/withdraw";
    assertThat(operator.page(page)).contains(form).doesNotContain("/operations/resend");
    assertThat(operator.page(form)).contains("What was read already stays").doesNotContain("??");

    assertThat(operator.submit(form, form, "reason=CLINIC_DECIDED&words=x").body())
        .contains("The invitation was withdrawn")
        .doesNotContain("Hand over</a>")
        .doesNotContain("??");
    assertThat(ward.invitationIs(clinic, story.invitation(), "status")).isEqualTo("WITHDRAWN");
  }

  @Test
  void whatIsNoDecisionIsNotFound() {
    assertThat(operator.get(page + "/operations/explode").statusCode()).isEqualTo(404);
    assertThat(operator.get(page + "/operations/hand-over").statusCode()).isEqualTo(404);
    assertThat(operator.get("/monitor/instances/1/operations/cancel").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasSentToDoctorsIsOnThePage() {
    var doctor = ward.aDoctor(clinic);
    var asked = ward.asked(clinic, doctor, story.invitation(), Optional.empty());
    ward.posted(clinic, ward.mailSubject(clinic, asked), "TASK_NEW", "REFUSED", "REJECTED");

    assertThat(operator.page(page))
        .contains("What was sent to doctors", "Request to a doctor", "REJECTED")
        .doesNotContain("??");
  }

  @Test
  void aFilterIsKeptUnderANameUsedAndForgotten() {
    var list = "/monitor/instances?state=incident&element=share-data";
    var kept =
        operator.submit(list, "/monitor/views?state=incident&element=share-data", "name=Stuck");
    assertThat(kept.body()).contains("state=incident&amp;element=share-data\">Stuck</a>");

    var unnamed = operator.submit(list, "/monitor/views?state=incident", "name=+");
    assertThat(unnamed.body()).contains("Nothing was kept").doesNotContain("??");

    assertThat(operator.submit(list, "/monitor/views/forget", "name=Stuck").body())
        .doesNotContain(">Stuck</a>");
  }
}
