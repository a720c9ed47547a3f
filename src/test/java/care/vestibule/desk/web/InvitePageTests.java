package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.Patient;
import care.vestibule.invitation.Invitation;
import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class InvitePageTests {

  private final DeskFixture office;
  private final ClinicId clinic;
  private final HcpId doctor;
  private final Patient patient;
  private final String page;
  private final DeskBrowser clerk;

  InvitePageTests(@Autowired DeskFixture office) {
    this.office = office;
    this.clinic = office.fixtures().aClinic().id();
    this.doctor = office.fixtures().anHcp(clinic).id();
    this.patient = office.aPatient(clinic, DeskFixture.email("one@patient.example"));
    this.page = "/desk/patients/" + patient.id();
    this.clerk = office.clerkOf(clinic);
  }

  @Test
  void aPatientIsInvitedAndThePageAfterItSaysHowItStands() {
    assertThat(clerk.page(page)).contains("one@patient.example", "Dr. Julio Casares");

    var next = DeskBrowser.next(clerk.does(page, "", form()));

    var invitation = office.latestOf(patient).orElseThrow();
    assertThat(next).isEqualTo("/desk/invitations/" + invitation.id() + "?news=INVITED");
    assertThat(clerk.page(next)).contains("Invited. The message goes out now.", "On its way");
    assertThat(invitation.invitedBy()).isEqualTo(doctor);
    assertThat(invitation.linkLife()).isEqualTo(Duration.ofHours(4));
    assertThat(office.audited(invitation, clerk.reference()))
        .containsExactly("INVITATION_REQUESTED");
  }

  @Test
  void pressingTwiceInvitesOnceAndSaysSo() {
    clerk.does(page, "", form());
    var first = office.latestOf(patient).map(Invitation::id);

    assertThat(clerk.page(page)).contains("An invitation of this patient is under way.");
    var again = DeskBrowser.next(clerk.submit("/desk/patients", page, form()));

    assertThat(again).endsWith("?news=INVITED_ALREADY");
    assertThat(office.latestOf(patient).map(Invitation::id)).isEqualTo(first);
  }

  @Test
  void aWayThePatientLacksIsRefusedInWords() {
    var form = form();
    form.put("channel", "SMS");

    var next = DeskBrowser.next(clerk.does(page, "", form));

    assertThat(clerk.page(next)).contains("The patient has no contact for this channel.");
    assertThat(office.latestOf(patient)).isEmpty();
  }

  @Test
  void anotherClinicsPatientAndDoctorAreNotThere() {
    var foreign = office.fixtures().aPatient(office.fixtures().aClinic().id()).stored();
    var path = "/desk/patients/" + foreign.id();
    var form = form();
    form.put("doctor", office.fixtures().anHcp(foreign.clinic()).id().toString());

    assertThat(clerk.get(path).statusCode()).isEqualTo(404);
    assertThat(clerk.submit(page, path, form).statusCode()).isEqualTo(404);
    assertThat(clerk.does(page, "", form).statusCode()).isEqualTo(404);
    assertThat(clerk.get("/desk/patients/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(office.latestOf(foreign)).isEmpty();
    assertThat(office.latestOf(patient)).isEmpty();
  }

  @Test
  void aFormWithoutItsTokenAndADoctorsSessionInviteNobody() {
    assertThat(clerk.post(page, form()).statusCode()).isEqualTo(403);
    var colleague = office.doctorOf(clinic);
    for (var path : new String[] {"/desk", "/desk/patients", page}) {
      assertThat(colleague.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(colleague.submit("/login", page, form()).statusCode()).isEqualTo(403);
    assertThat(office.latestOf(patient)).isEmpty();
  }

  @Test
  void whatTheFormDoesNotOfferIsRefused() {
    var form = form();
    form.put("life", "YEARS_9");

    assertThat(clerk.does(page, "", form).statusCode()).isEqualTo(400);
    assertThat(office.latestOf(patient)).isEmpty();
  }

  private Map<String, String> form() {
    var form = new HashMap<String, String>();
    form.put("doctor", doctor.toString());
    form.put("channel", "AUTO");
    form.put("life", "HOURS_4");
    return form;
  }
}
