package care.vestibule.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientState;
import care.vestibule.identity.ApiClients;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.tenancy.ClinicId;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InvitationTest
class InvitationsApiTests {

  private static final String PATH = "/api/v1/invitations";

  private final InvitationFixture reception;
  private final ApiClient http;
  private final ClinicId clinic;
  private final HcpId doctor;
  private final String key;

  InvitationsApiTests(
      @Autowired InvitationFixture reception,
      @Autowired ApiClients clients,
      @LocalServerPort int port) {
    this.reception = reception;
    this.http = new ApiClient(port);
    this.clinic = reception.aClinic().id();
    this.doctor = reception.fixtures().anHcp(clinic).id();
    this.key = "Bearer " + clients.create(clinic, "EHR");
  }

  @Test
  void anInvitationIsCreatedFoundResentAndWithdrawn() {
    var patient = reception.fixtures().aPatient(clinic).stored();

    var created = invite(patient, "email");

    assertThat(created.statusCode()).isEqualTo(201);
    var location = created.headers().firstValue("Location").orElseThrow();
    assertThat(created.body())
        .contains("\"patientId\":\"" + patient.id() + "\"")
        .contains("\"state\":\"requested\"")
        .contains("\"generation\":1")
        .contains("\"tokenValidity\":\"PT1H\"")
        .contains("\"approvals\":[]")
        .doesNotContain("patient.example");
    assertThat(get(location).body()).isEqualTo(created.body());
    assertThat(post(location + "/resend", "").body()).contains("\"generation\":2");
    assertThat(post(location + "/withdraw", "{\"revokeShares\":true}").body())
        .contains("\"state\":\"withdrawn\"");
    assertThat(post(location + "/withdraw", "").statusCode()).isEqualTo(200);
    assertProblem(409, "invitation-state", post(location + "/resend", ""));
  }

  @Test
  void whoIsInvitedAlreadyIsAnsweredWithTheLiveInvitation() {
    var patient = reception.fixtures().aPatient(clinic).stored();
    var first = invite(patient, "auto");

    var second = invite(patient, "auto");

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void aRepeatedRequestWithItsKeyGetsTheSameAnswer() {
    var body = body(reception.fixtures().aPatient(clinic).stored(), "auto");

    var first = http.post(PATH, body, "Authorization", key, "Idempotency-Key", "a");
    var again = http.post(PATH, body, "Authorization", key, "Idempotency-Key", "a");
    var other =
        http.post(
            PATH, body.replace("auto", "email"), "Authorization", key, "Idempotency-Key", "a");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertProblem(422, "idempotency-key-reused", other);
  }

  @Test
  void everyRefusalHasATypeOfItsOwn() {
    var fixtures = reception.fixtures();
    assertProblem(
        422,
        "patient-deceased",
        invite(fixtures.aPatient(clinic).being(PatientState.DECEASED).stored(), "auto"));
    assertProblem(
        422, "patient-unreachable", invite(fixtures.aPatient(clinic).reachedBy().stored(), "auto"));
    assertProblem(422, "channel-missing", invite(fixtures.aPatient(clinic).stored(), "sms"));
    var patient = fixtures.aPatient(clinic).stored();
    var body = body(patient, "auto");
    assertProblem(422, "unknown-sender", post(PATH, body.replace(doctor.toString(), uuid())));
    assertProblem(404, "not-found", post(PATH, body.replace(patient.id().toString(), uuid())));
    assertProblem(422, "token-validity", post(PATH, body.replace("PT1H", "P3D")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"patientId\":\"x\"}",
        "{\"patientId\":null,\"invitedBy\":null}",
        "{\"patientId\":\"00000000-0000-0000-0000-000000000000\",\"invitedBy\":"
            + "\"00000000-0000-0000-0000-000000000000\",\"channel\":\"pigeon\"}",
        "{\"patientId\":\"00000000-0000-0000-0000-000000000000\",\"invitedBy\":"
            + "\"00000000-0000-0000-0000-000000000000\",\"tokenValidity\":\"-PT1H\"}",
        "{\"patientId\":\"00000000-0000-0000-0000-000000000000\",\"invitedBy\":"
            + "\"00000000-0000-0000-0000-000000000000\",\"tokenValidity\":\"soon\"}"
      })
  void whatIsNoRequestIsRefusedAsAProblem(String body) {
    assertProblem(400, "invalid-request", post(PATH, body));
  }

  @Test
  void anotherClinicsInvitationIsNotThere() {
    var foreign = reception.sent();
    var path = PATH + "/" + foreign.id();

    assertProblem(404, "not-found", get(path));
    assertProblem(404, "not-found", post(path + "/resend", ""));
    assertProblem(404, "not-found", post(path + "/withdraw", ""));
    assertProblem(404, "not-found", post(path + "/fix-contact", "{\"contactCorrected\":false}"));
    assertThat(reception.look(foreign)).isEqualTo(foreign);
  }

  @Test
  void aContactIsCorrectedOnlyWhereItFailed() {
    var invitation = reception.sent(reception.fixtures().aPatient(clinic).stored());
    var path = PATH + "/" + invitation.id() + "/fix-contact";

    assertProblem(409, "invitation-state", post(path, "{\"contactCorrected\":false}"));
    assertProblem(400, "invalid-request", post(path, "{\"contactCorrected\":true}"));
    assertProblem(
        400,
        "invalid-request",
        post(path, "{\"contactCorrected\":true,\"channel\":\"auto\",\"value\":\"x@y.example\"}"));
  }

  @Test
  void withoutAKeyNothingIsToldOrDone() {
    assertThat(http.get(PATH + "/" + UUID.randomUUID()).statusCode()).isEqualTo(401);
    assertThat(http.post(PATH, "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void aLandlineIsNoMobile() {
    var patient =
        reception
            .fixtures()
            .aPatient(clinic)
            .reachedBy(new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "555-1234", true))
            .stored();

    assertProblem(422, "patient-unreachable", invite(patient, "sms"));
  }

  private HttpResponse<String> invite(Patient patient, String channel) {
    return post(PATH, body(patient, channel));
  }

  private String body(Patient patient, String channel) {
    return """
        {"patientId":"%s","invitedBy":"%s","channel":"%s","tokenValidity":"PT1H"}"""
        .formatted(patient.id(), doctor, channel);
  }

  private HttpResponse<String> get(String path) {
    return http.get(path, "Authorization", key);
  }

  private HttpResponse<String> post(String path, String body) {
    return http.post(path, body, "Authorization", key);
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private static void assertProblem(int status, String slug, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"urn:vestibule:problem:" + slug + "\"");
  }
}
