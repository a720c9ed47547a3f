package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.process.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Journeys in which a key is missing, locked away, or not the one it should be. */
class KeysIT {

  private static final String ZAVALA = "9999940999";

  /** Loses her key here, so nobody else's test should need her. */
  private static final String BELLA_KUTCH = "9999977397";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();
  private final OperationsUser operations = vestibule.operations();
  private final PatientDevice device = new PatientDevice(vestibule.address());

  private SmallPatient patient = SmallPatient.of(ZAVALA);
  private UUID id = new UUID(0, 0);
  private UUID invitation = new UUID(0, 0);

  private void invite(SmallPatient who) {
    patient = who;
    id = patient.importedBy(clinic);
    invitation = clinic.invites(id, vestibule.demo().doctor().value());
  }

  @Test
  void aKeySwappedByThePortalIsRefusedByTheAgentAndRaisesTheAlarm() {
    invite(patient);
    var link = link();
    var answer =
        device.enrols(
            link,
            JourneyHttp.json(device.knocks(link)),
            "",
            PartyKeyPair.generate(new SecureRandom()));
    assertThat(answer.statusCode()).as("the portal believes it").isEqualTo(200);

    assertThatApprovalIsRefused(vestibule.doctor(ZAVALA));
  }

  @Test
  void aKeySwappedInTheDatabaseIsRefusedByTheAgentAndRaisesTheAlarm() {
    invite(patient);
    device.enrolsWithoutCode(link());
    var doctor = vestibule.doctor(ZAVALA);
    doctor.awaitsRequestOf(id);
    try (var attacker = PartyKeyPair.generate(new SecureRandom())) {
      var swapped =
          vestibule
              .database()
              .sql("update public_key set key_id = :id, encoded = :key where party = :patient")
              .param("id", HexFormat.of().parseHex(attacker.publicKey().id().hex()))
              .param("key", attacker.publicKey().encoded())
              .param("patient", id)
              .update();
      assertThat(swapped).isOne();
      vestibule
          .database()
          .sql("update notifications set key_id = :id where responsible = :patient")
          .param("id", attacker.publicKey().id().hex())
          .param("patient", id)
          .update();
    }

    assertThatApprovalIsRefused(doctor);
  }

  @Test
  void aJobThatNamesAnotherRequestThanTheApprovedOneIsRefusedByTheAgentAndRaisesTheAlarm() {
    invite(patient);
    device.enrolsWithoutCode(link());
    var doctor = vestibule.doctor(ZAVALA);
    var request = doctor.awaitsRequestOf(id);
    var of = UUID.fromString(doctor.notification(request).get("hcp").asString());

    assertThatThrownBy(() -> vestibule.backstage().sharesAgain(id, of, request))
        .isInstanceOf(Incident.class)
        .hasMessage("APPROVAL_MISSING");

    assertThat(device.reads()).isEmpty();
    operations.awaitsProblem("notification:" + request);
  }

  @Test
  void withoutAKeyOfThePatientAShareFailsLoudlyAndReportsNoSuccess() {
    invite(patient);
    device.enrolsWithoutCode(link());
    var doctor = vestibule.doctor(ZAVALA);
    var request = doctor.awaitsRequestOf(id);
    var fingerprint = doctor.fingerprintOn(request);
    vestibule
        .database()
        .sql("update public_key set state = 'LOST' where party = :patient")
        .param("patient", id)
        .update();

    var refused = doctor.approvesByApi(request, fingerprint);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(JourneyHttp.json(refused).get("type").asString()).endsWith(":key-changed");
    assertThat(doctor.report(request).get("type").asString()).endsWith(":no-report-yet");
    assertThat(doctor.notification(request).get("status").asString()).isEqualTo("pending");
  }

  @Test
  void aDoctorWithoutAKeyIsAProblemThatNobodyWaitsFor() throws IOException {
    invite(SmallPatient.of(ZAVALA, BELLA_KUTCH));
    var kept = vestibule.keystore();
    var aside = kept.resolveSibling("aside");
    // Without the file the agent cannot quietly make the doctor another key.
    Files.move(kept, aside);
    try {
      vestibule
          .database()
          .sql(
              """
              update public_key set state = 'REVOKED' where state = 'ACTIVE' and party =
                (select owner_id from identifier where owner_kind = 'HCP' and value = :npi)
              """)
          .param("npi", BELLA_KUTCH)
          .update();
      device.enrolsWithoutCode(link());
      vestibule.doctor(ZAVALA).awaitsRequestOf(id);
    } finally {
      Files.move(aside, kept);
    }

    var doctor = vestibule.doctor(ZAVALA);
    var request = doctor.awaitsRequestOf(id);
    doctor.approves(request);
    doctor.awaitsStatus(request, "completed");

    var approvals = clinic.awaitsOutcome(invitation, "partly-shared").get("approvals");
    assertThat(approvals).hasSize(2);
    assertThat(approvals.toString()).contains("\"completed\"").contains("\"reason\":\"NO_KEY\"");
    assertThat(device.progress().get("doctors").toString()).contains("UNABLE");
    operations.awaitsProblem("A doctor has no key");
    assertThat(device.reads()).hasSizeGreaterThan(1);
  }

  @Test
  void aShareThatTheKeystoreIsMissingForWaitsUntilItIsBackAndRetrySaysWhetherItIs()
      throws IOException {
    invite(patient);
    device.enrolsWithoutCode(link());
    var doctor = vestibule.doctor(ZAVALA);
    var request = doctor.awaitsRequestOf(id);
    var kept = vestibule.keystore();
    var aside = kept.resolveSibling("aside");
    Files.move(kept, aside);
    try {
      doctor.approves(request);
      operations.awaitsProblem(
          "The keystore with the doctors&#39; private keys is locked or missing");
      operations.triesAgain("KEYSTORE_LOCKED", "Failed again");
    } finally {
      Files.move(aside, kept);
    }
    assertThat(doctor.notification(request).get("status").asString()).isEqualTo("ongoing");
    assertThat(device.reads()).isEmpty();

    operations.triesAgain("KEYSTORE_LOCKED", "Resolved");

    doctor.awaitsStatus(request, "completed");
    assertThat(device.reads()).hasSize(3);
  }

  private void assertThatApprovalIsRefused(JourneyDoctor doctor) {
    var request = doctor.awaitsRequestOf(id);
    doctor.approves(request);

    var ended = doctor.awaitsStatus(request, "cancelled");
    assertThat(ended.get("reason").asString()).isEqualTo("KEY_REJECTED");
    assertThat(doctor.report(request).get("type").asString()).endsWith(":no-report-yet");
    var alarms =
        vestibule
            .database()
            .sql("select count(*) from audit_event where action = 'KEY_SWAPPED' and subject = :it")
            .param("it", "notification:" + request)
            .query(Integer.class)
            .single();
    assertThat(alarms).isOne();
    operations.awaitsProblem("notification:" + request);
    operations.awaitsProblem("A patient&#39;s key was rejected");
    var rights =
        vestibule
            .database()
            .sql("select count(*) from delegation where delegate = :patient")
            .param("patient", id)
            .query(Integer.class)
            .single();
    assertThat(rights).isZero();
  }

  private String link() {
    return new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1);
  }
}
