package care.vestibule.sharing.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.identity.ApiClients;
import care.vestibule.sharing.Sharing;
import care.vestibule.sharing.SharingFixture;
import care.vestibule.sharing.SharingTest;
import care.vestibule.sharing.TestPatientDevice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SharingTest
class RevocationsApiTests {

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;
  @Autowired private StatusChanges transitions;
  @Autowired private ApiClients clients;
  @LocalServerPort private int port;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private String key;

  @BeforeEach
  void aPatientOfADoctor() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    device = ward.enrol(patient, UUID.randomUUID());
    key = clients.create(clinic.id(), "EHR");
  }

  @Test
  void theAnswerSaysHowMuchWasTakenBackAndThatWhatWasReadStaysRead() throws Exception {
    var approval = shared();

    var answer = revoke(approval, "{\"reason\": \"MISTAKE\", \"rekey\": \"now\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"entities\":1", "\"reason\":\"MISTAKE\"", "\"rekey\":\"now\"")
        .contains("What was read or saved before stays read.")
        .doesNotContain("settled");
    assertThat(ward.read(patient, device)).isEmpty();
    assertThat(send(request(approval, "revocation").GET()).body()).isEqualTo(answer.body());
  }

  @Test
  void aReasonOrATimeNobodyKnowsChangesNothing() throws Exception {
    var approval = shared();

    for (var body :
        new String[] {"{}", "{\"reason\": \"NONE\"}", "{\"reason\": \"HARM\", \"rekey\": \"x\"}"}) {
      assertThat(revoke(approval, body).statusCode()).as(body).isEqualTo(400);
    }

    assertThat(ward.read(patient, device)).hasSize(1);
    assertThat(send(request(approval, "revocation").GET()).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherClinicsSystemFindsNothingToTakeBack() throws Exception {
    var approval = shared();
    key = clients.create(ward.aClinic().id(), "another EHR");

    assertThat(revoke(approval, "{\"reason\": \"OTHER\"}").statusCode()).isEqualTo(404);

    assertThat(ward.read(patient, device)).hasSize(1);
  }

  private AccessRequestId shared() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var asked = ward.ask(patient, UUID.randomUUID(), doctor);
    var approval = ward.approve(patient, asked, doctor, device);
    ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
    ward.at(clinic, () -> transitions.move(approval, AccessRequestStatus.COMPLETED, "agent"));
    return approval;
  }

  private HttpResponse<String> revoke(AccessRequestId id, String body) throws Exception {
    return send(
        request(id, "revoke")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(AccessRequestId id, String what) {
    var path = "/api/v1/notifications/" + id + "/" + what;
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + key);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
