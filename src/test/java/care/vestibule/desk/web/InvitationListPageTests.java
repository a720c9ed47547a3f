package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.invitation.Invitation;
import care.vestibule.tenancy.ClinicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class InvitationListPageTests {

  private static final Pattern LISTED = Pattern.compile("href=\"/desk/invitations/([0-9a-f-]+)\"");
  private static final Pattern FURTHER = Pattern.compile("id=\"older\" href=\"([^\"]+)\"");

  private final DeskFixture office;
  private final ClinicId clinic;
  private final DeskBrowser clerk;

  InvitationListPageTests(@Autowired DeskFixture office) {
    this.office = office;
    this.clinic = office.fixtures().aClinic().id();
    this.clerk = office.clerkOf(clinic);
  }

  @Test
  void anEmptyListSaysHowToBegin() {
    assertThat(clerk.page("/desk")).contains("Nobody was invited yet.");
  }

  @Test
  void thoseThatNeedHelpComeFirstAndThenTheNewest() {
    var undeliverable = invited("refused@patient.example");
    var older = invited("one@patient.example");
    var newer = invited("two@patient.example");
    office.invited(office.fixtures().aPatient(office.fixtures().aClinic().id()).stored());

    var page = clerk.page("/desk");

    assertThat(ids(page)).containsExactly(id(undeliverable), id(newer), id(older));
    assertThat(page)
        .contains(
            "Need help (1)",
            "Waiting (2)",
            "Address needed",
            "the provider says that nobody can be reached there.",
            "Invitation by e-mail, sent",
            "Link opens until",
            "10 codes left to try.");
  }

  @Test
  void aMessageThatIsTriedAgainByItselfSaysSo() {
    invited("busy@patient.example");

    assertThat(clerk.page("/desk"))
        .contains("not sent yet, tried once; it is tried again by itself");
  }

  @Test
  void eachKindIsShownAlone() {
    var undeliverable = invited("refused@patient.example");
    var waiting = invited("one@patient.example");
    var ended = invited("two@patient.example");
    var page = "/desk/invitations/" + ended.id();
    clerk.does(page, "/withdraw", Map.of());

    assertThat(ids(clerk.page("/desk?show=NEEDS_HELP"))).containsExactly(id(undeliverable));
    assertThat(ids(clerk.page("/desk?show=WAITING"))).containsExactly(id(waiting));
    assertThat(ids(clerk.page("/desk?show=ENDED"))).containsExactly(id(ended));
    assertThat(clerk.page("/desk?show=ACCEPTED")).contains("There are none of this kind.");
  }

  @Test
  void pageByPageEveryInvitationIsShownOnce() {
    var expected = new ArrayList<String>();
    for (int number = 0; number < 53; number++) {
      var invitation = invited((number % 20 == 0 ? "refused" : "p") + "@patient.example");
      expected.add(id(invitation));
    }

    var seen = new ArrayList<String>();
    var path = "/desk";
    for (int pages = 1; !path.isEmpty(); pages++) {
      var page = clerk.page(path);
      seen.addAll(ids(page));
      assertThat(pages).isLessThanOrEqualTo(3);
      path =
          FURTHER
              .matcher(page)
              .results()
              .map(InvitationListPageTests::first)
              .findFirst()
              .orElse("");
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(seen.subList(0, 3))
        .containsExactly(expected.get(40), expected.get(20), expected.get(0));
    assertThat(seen.get(3)).isEqualTo(expected.get(52));
  }

  @Test
  void aPlaceThatIsNoneIsNotThere() {
    for (var after :
        List.of("x", "1~now~x", "2~2026-01-01T00:00:00Z~" + new java.util.UUID(0, 0))) {
      assertThat(clerk.get("/desk?after=" + after).statusCode()).as(after).isEqualTo(404);
    }
  }

  private Invitation invited(String address) {
    return office.invited(office.aPatient(clinic, DeskFixture.email(address)));
  }

  private static String id(Invitation invitation) {
    return invitation.id().toString();
  }

  private static List<String> ids(String page) {
    return LISTED.matcher(page).results().map(InvitationListPageTests::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1).replace("&amp;", "&");
  }
}
