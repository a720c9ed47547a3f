package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class InvitationPageTests {

  private static final Pattern DIGITS = Pattern.compile("id=\"digits\">([0-9]{6})<");
  private static final Pattern VERSION = Pattern.compile("X-Seen&quot;: &quot;([^&]+)&quot;");

  private final DeskFixture office;
  private final RecordingOutbox outbox;
  private final ClinicId clinic;
  private final DeskBrowser clerk;

  InvitationPageTests(@Autowired DeskFixture office, @Autowired RecordingOutbox outbox) {
    this.office = office;
    this.outbox = outbox;
    this.clinic = office.fixtures().aClinic().id();
    this.clerk = office.clerkOf(clinic);
  }

  @Test
  void aRefusedAddressIsCorrectedAndTheProcessGoesOn() {
    var patient = office.aPatient(clinic, DeskFixture.email("refused@patient.example"));
    var invitation = office.invited(patient);
    assertThat(clerk.page(page(invitation)))
        .containsOnlyOnce("name=\"value\"")
        .contains("No message got through.", "refused@patient.example", "id=\"give-up\"")
        .doesNotContain("id=\"resend\"");

    var next =
        does(
            invitation, "/contact", Map.of("channel", "EMAIL", "value", " right@patient.example "));

    assertThat(next).endsWith("?news=CORRECTED");
    assertThat(office.look(patient).contacts().getFirst().value())
        .isEqualTo("right@patient.example");
    assertThat(office.look(invitation).generation()).isEqualTo(2);
    assertThat(outbox.completed(invitation.id().value()))
        .containsEntry(ProcessVariable.CONTACT_CORRECTED, true);
    office.work(invitation);
    assertThat(clerk.page(page(invitation)))
        .containsSubsequence("Invitation by e-mail, sent", "Invitation by e-mail, refused");
    assertThat(office.audited(invitation, clerk.reference())).containsExactly("CONTACT_CORRECTED");
  }

  @Test
  void anAddressThatTookTheMailOfSomebodyElseIsCorrectedToo() {
    var patient = office.aPatient(clinic, DeskFixture.email("stranger@patient.example"));
    var invitation = office.invited(patient);

    does(invitation, "/contact", Map.of("channel", "EMAIL", "value", "right@patient.example"));

    assertThat(office.look(invitation).generation()).isEqualTo(2);
    assertThat(linkStates(invitation)).containsExactly("SUPERSEDED", "LIVE");
    assertThat(clerk.page(page(invitation))).containsOnlyOnce("name=\"value\"");
    assertThat(outbox.of(ProcessMessage.FRESH_LINK_WANTED, invitation.id().value())).hasSize(1);
    assertThat(office.look(patient).contacts().getFirst().value())
        .isEqualTo("right@patient.example");
  }

  @Test
  void whatIsNoAddressIsShownAgainToBeMended() {
    var invitation = invited("refused@patient.example");

    var answer =
        clerk.does(page(invitation), "/contact", Map.of("channel", "EMAIL", "value", "no <at>"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("This is no e-mail address or number.", "no &lt;at&gt;", "aria-invalid=\"true\"");
    assertThat(office.look(invitation)).isEqualTo(invitation);
  }

  @Test
  void theDeskGivesUpAndThePatientCanBeInvitedAgain() {
    var invitation = invited("refused@patient.example");

    var next = does(invitation, "/give-up", Map.of());

    assertThat(clerk.page(next)).contains("Given up", "/desk/patients/" + invitation.patient());
    assertThat(outbox.completed(invitation.id().value()))
        .containsEntry(ProcessVariable.CONTACT_CORRECTED, false);
    assertThat(clerk.page("/desk/patients/" + invitation.patient())).contains("name=\"doctor\"");
    assertThat(office.audited(invitation, clerk.reference())).containsExactly("CONTACT_GIVEN_UP");
  }

  @Test
  void aNewLinkKillsEveryOlderOneInTheSameMoment() {
    var invitation = invited("one@patient.example");

    assertThat(does(invitation, "/resend", Map.of())).endsWith("?news=RESENT");

    assertThat(linkStates(invitation)).containsExactly("SUPERSEDED", "LIVE");
    assertThat(office.audited(invitation, clerk.reference())).containsExactly("INVITATION_RESENT");
  }

  @Test
  void lookingAtTheQuestionWithdrawsNothingAndTheAnswerDoes() {
    var invitation = invited("one@patient.example");

    assertThat(clerk.page(page(invitation) + "/withdraw")).contains("Withdraw the invitation of");
    assertThat(office.look(invitation)).isEqualTo(invitation);
    var next = does(invitation, "/withdraw", Map.of("revokeShares", "true"));

    assertThat(clerk.page(next)).contains("Withdrawn. The link has stopped working.");
    assertThat(office.look(invitation).state()).isEqualTo(InvitationState.WITHDRAWN);
    assertThat(linkStates(invitation)).containsExactly("CLOSED");
    assertThat(outbox.of(ProcessMessage.INVITATION_WITHDRAWN, invitation.id().value()))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.variables().values())
                    .containsEntry(ProcessVariable.REVOKE_SHARES, true));
    assertThat(does(invitation, "/resend", Map.of())).endsWith("?refused=NOT_LIVE");
    assertThat(clerk.page(page(invitation) + "?refused=NOT_LIVE"))
        .contains("not in a state that allows this any more");
    assertThat(office.audited(invitation, clerk.reference()))
        .containsExactly("INVITATION_WITHDRAWN");
  }

  @Test
  void aCodeIsShownOnceWhereTheLinkAsksForOne() {
    var invitation =
        office.invited(
            office.aPatient(
                clinic,
                DeskFixture.email("one@patient.example"),
                DeskFixture.mobile("+4917012345")));

    var shown = clerk.does(page(invitation), "/code", Map.of());

    assertThat(shown.statusCode()).isEqualTo(200);
    var code = DIGITS.matcher(shown.body());
    assertThat(code.find()).as(shown.body()).isTrue();
    assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(clerk.page(page(invitation))).doesNotContain(code.group(1));
    assertThat(office.audited(invitation, clerk.reference()))
        .containsExactly("DESK_CODE_HANDED_OUT");
  }

  @Test
  void whereTheLinkAsksForNoCodeNoneIsOffered() {
    var invitation = invited("one@patient.example");

    assertThat(clerk.page(page(invitation))).doesNotContain("id=\"code\"");
    assertThat(does(invitation, "/code", Map.of())).endsWith("?refused=NO_CODE_NEEDED");
  }

  @Test
  void anotherClinicsInvitationIsNotThereWhateverIsAsked() {
    var foreign =
        office.invited(office.fixtures().aPatient(office.fixtures().aClinic().id()).stored());
    var path = page(foreign);

    assertThat(clerk.get(path).statusCode()).isEqualTo(404);
    assertThat(clerk.get(path + "/withdraw").statusCode()).isEqualTo(404);
    for (var step : List.of("/resend", "/withdraw", "/give-up", "/code")) {
      assertThat(submit(path + step, Map.of()).statusCode()).as(step).isEqualTo(404);
    }
    assertThat(
            submit(path + "/contact", Map.of("channel", "EMAIL", "value", "me@here.example"))
                .statusCode())
        .isEqualTo(404);
    assertThat(office.look(foreign)).isEqualTo(foreign);
  }

  @Test
  void whileAMessageIsUnderWayThePageAsksAndIsToldOnlyWhatIsNew() {
    var invitation = invited("busy@patient.example");
    var page = clerk.page(page(invitation));
    assertThat(page).contains("hx-trigger=\"every 1s\"");
    var version = VERSION.matcher(page);
    assertThat(version.find()).isTrue();

    var same = clerk.get(page(invitation), "HX-Request", "true", "X-Seen", version.group(1));
    office.work(invitation);
    var later = clerk.get(page(invitation), "HX-Request", "true", "X-Seen", version.group(1));

    assertThat(same.statusCode()).isEqualTo(204);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(later.body()).contains("tried 2 times");
    assertThat(clerk.page(page(invited("one@patient.example")))).doesNotContain("hx-trigger");
  }

  private Invitation invited(String address) {
    return office.invited(office.aPatient(clinic, DeskFixture.email(address)));
  }

  private static String page(Invitation invitation) {
    return "/desk/invitations/" + invitation.id();
  }

  private String does(Invitation invitation, String step, Map<String, String> fields) {
    return DeskBrowser.next(submit(page(invitation) + step, fields));
  }

  private HttpResponse<String> submit(String path, Map<String, String> fields) {
    return clerk.submit("/desk/patients", path, fields);
  }

  private List<String> linkStates(Invitation invitation) {
    return office
        .fixtures()
        .in(
            clinic,
            () ->
                TestDatabase.get()
                    .jdbc()
                    .sql(
                        """
                        select state from invitation_link where invitation_id = :id
                         order by generation
                        """)
                    .param("id", invitation.id().value())
                    .query(String.class)
                    .list());
  }
}
