package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JourneyIT {

  private static final String ZAVALA = "9999940999";
  private static final String OTHER = "9999986893";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();
  private final PatientDevice device = new PatientDevice(vestibule.address());

  @Test
  void aPatientWhoseDoctorApprovesReadsEverythingThatDoctorHolds() {
    var patient = SmallPatient.of(ZAVALA, ZAVALA);
    var id = patient.importedBy(clinic);
    var doctor = vestibule.doctor(ZAVALA);
    var invitation = clinic.invites(id, vestibule.demo().doctor().value());

    enrol(patient);
    var request = doctor.awaitsRequestOf(id);
    assertThat(device.reads()).isEmpty();
    assertThat(doctor.opens(request).body()).contains(device.fingerprint().substring(0, 5));

    assertThat(doctor.approves(request).statusCode()).isEqualTo(302);
    doctor.awaitsStatus(request, "completed");

    var statuses = doctor.report(request).get("statuses");
    assertThat(statuses.at("/patient/success").asBoolean()).isTrue();
    assertThat(statuses.at("/healthcareElements/modified").asInt()).isEqualTo(2);
    assertThat(statuses.at("/dataSamples/modified").asInt()).isEqualTo(2);
    assertThat(types(device.reads()))
        .containsExactlyInAnyOrder(
            "Patient", "Condition", "Condition", "Observation", "Observation");
    clinic.awaitsOutcome(invitation, "all-shared");
  }

  @Test
  void sharingTwiceModifiesNothingTheSecondTimeAndSaysSo() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var doctor = vestibule.doctor(ZAVALA);
    var hcp = vestibule.demo().doctor().value();
    clinic.invites(id, hcp);
    enrol(patient);
    var request = doctor.awaitsRequestOf(id);
    doctor.approves(request);
    doctor.awaitsStatus(request, "completed");

    var second = vestibule.backstage().sharesAgain(id, hcp, request);

    assertThat(second.isComplete()).isTrue();
    assertThat(List.of(second.patientRecord(), second.healthcareElements(), second.dataSamples()))
        .allMatch(part -> part.success() && part.modified() == 0);
    assertThat(device.reads()).hasSize(3);
  }

  @Test
  void beforeApprovalThePatientChangesTheClearDataAndTheDoctorsNoteStaysSealedAndWhole() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var doctor = vestibule.doctor(ZAVALA);
    clinic.invites(id, vestibule.demo().doctor().value());
    enrol(patient);
    var request = doctor.awaitsRequestOf(id);
    assertThat(device.page()).contains("Pat", "1980").doesNotContain(patient.note());

    assertThat(device.movesTo("Lyon").headers().firstValue("Location").orElse(""))
        .endsWith("news=saved");
    assertThat(device.page()).contains("Lyon");

    doctor.approves(request);
    doctor.awaitsStatus(request, "completed");
    var record =
        device.reads().stream()
            .filter(it -> it.get("resourceType").asString().equals("Patient"))
            .toList();
    assertThat(record).hasSize(1);
    assertThat(record.getFirst().toString()).contains(patient.note());
  }

  @Test
  void twoDoctorsShareWhatEachHoldsAndThePatientSeesOneOfTwoInBetween() {
    var patient = SmallPatient.of(ZAVALA, OTHER);
    var id = patient.importedBy(clinic);
    var first = vestibule.doctor(ZAVALA);
    var second = vestibule.doctor(OTHER);
    var invitation = clinic.invites(id, vestibule.demo().doctor().value());
    enrol(patient);

    var one = first.awaitsRequestOf(id);
    first.approves(one);
    first.awaitsStatus(one, "completed");
    assertThat(device.progress().get("shared").asInt()).isEqualTo(1);
    assertThat(device.progress().get("asked").asInt()).isEqualTo(2);

    var two = second.awaitsRequestOf(id);
    second.approves(two);
    second.awaitsStatus(two, "completed");
    clinic.awaitsOutcome(invitation, "all-shared");
    assertThat(device.reads()).hasSize(5);
  }

  @Test
  void aDoctorWhoDeclinesSaysWhyAndTheOthersPartGoesOn() {
    var patient = SmallPatient.of(ZAVALA, OTHER);
    var id = patient.importedBy(clinic);
    var first = vestibule.doctor(ZAVALA);
    var second = vestibule.doctor(OTHER);
    var invitation = clinic.invites(id, vestibule.demo().doctor().value());
    enrol(patient);

    var one = first.awaitsRequestOf(id);
    first.declines(one, "TALK_FIRST", "Please call me.");
    var two = second.awaitsRequestOf(id);
    second.approves(two);

    first.awaitsStatus(one, "cancelled");
    clinic.awaitsOutcome(invitation, "partly-shared");
    assertThat(device.page()).contains("Please call me.");
    assertThat(types(device.reads())).contains("Condition", "Observation");
  }

  @Test
  void whenAllDeclineTheProcessEndsUnderItsOwnNameAndThePatientIsTold() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var doctor = vestibule.doctor(ZAVALA);
    var invitation = clinic.invites(id, vestibule.demo().doctor().value());
    enrol(patient);

    doctor.declines(doctor.awaitsRequestOf(id), "NOT_MY_PATIENT", "");

    clinic.awaitsOutcome(invitation, "all-declined");
    var letters = letterbox(patient);
    Await.until(
        "a second mail", Duration.ofSeconds(30), letters::mails, mails -> mails.size() == 2);
    assertThat(device.reads()).isEmpty();
  }

  @Test
  void aUserIsNotInvitedAgainAndWhoIsOnlyInvitedGetsTheLiveInvitationBack() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var doctor = vestibule.demo().doctor().value();
    var invitation = clinic.invites(id, doctor);

    var again = clinic.asksToInvite(id, doctor, "auto", "PT1H");
    assertThat(JourneyHttp.json(again).get("id").asString()).isEqualTo(invitation.toString());

    enrol(patient);
    assertThat(clinic.asksToInvite(id, doctor, "auto", "PT1H").statusCode()).isEqualTo(409);
  }

  @Test
  void aLandlineIsNoMobileAndNothingIsCreated() {
    var patient =
        SmallPatient.of(ZAVALA).reachableBy(SmallPatient.telecom("phone", "555-651-1327", "home"));
    var id = patient.importedBy(clinic);

    var refused = clinic.asksToInvite(id, vestibule.demo().doctor().value(), "auto", "PT1H");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JourneyHttp.json(refused).get("type").asString())
        .startsWith("urn:vestibule:problem:");
    assertThat(letterbox(patient).mails()).isEmpty();
  }

  private void enrol(SmallPatient patient) {
    device.enrolsWithoutCode(letterbox(patient).awaitsLink(1));
  }

  private PatientMailbox letterbox(SmallPatient patient) {
    return new PatientMailbox(vestibule.address(), patient.email(), patient.mobile());
  }

  private static List<String> types(List<JsonNode> resources) {
    return resources.stream().map(it -> it.get("resourceType").asString()).toList();
  }
}
