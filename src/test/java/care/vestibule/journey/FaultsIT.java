package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.testing.Await;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys in which things die; each ends as if nothing had been. */
class FaultsIT {

  private static final String ZAVALA = "9999940999";
  private static final int OF_EACH_KIND = 700;

  @TempDir private Path temporary;

  @Test
  void killedAfterTheMailWasHandedOverAfterTheClickAndInTheMiddleOfTheShare() {
    try (var vestibule =
        open("before MessageLog.sent", "after ApproveAccess.approve", "after Sharing.next")) {
      var clinic = vestibule.clinicSystem();
      var patient =
          SmallPatient.of(Collections.nCopies(OF_EACH_KIND, ZAVALA).toArray(String[]::new));
      var id = patient.importedBy(clinic);
      var device = new PatientDevice(vestibule.address());

      var invitation = clinic.invites(id, vestibule.notice().doctor());
      vestibule.dies();
      vestibule.comesBack();
      device.enrolsWithoutCode(vestibule.letterbox(patient).awaitsLink(1));

      var doctor = vestibule.doctor();
      var request = doctor.awaitsRequestOf(id);
      assertThatThrownBy(() -> doctor.approves(request)).isInstanceOf(UncheckedIOException.class);
      vestibule.dies();
      vestibule.comesBack();
      // The click stands: the engine is told now, and the share it leads to is killed as well.
      vestibule.dies();
      assertThat(vestibule.deaths()).hasSize(3);
      vestibule.comesBack();

      var again = vestibule.doctor();
      again.awaitsStatus(request, "completed");
      clinic.awaitsOutcome(invitation, "all-shared");
      var statuses = again.report(request).get("statuses");
      assertThat(statuses.at("/healthcareElements/modified").asInt()).isEqualTo(OF_EACH_KIND);
      assertThat(statuses.at("/dataSamples/modified").asInt()).isEqualTo(OF_EACH_KIND);
      assertThat(statuses.at("/patient/modified").asInt()).isOne();
      assertThat(device.reads()).hasSize(1 + 2 * OF_EACH_KIND);
      assertThat(again.notifications("responsible=" + id).get("notifications").size()).isOne();
      // SMTP can't be asked whether a mail was taken. Where the job was faster than the patient,
      // there is a copy, which by its Message-ID is the same mail to whoever reads it.
      assertThat(
              vestibule.letterbox(patient).mails().stream()
                  .map(mail -> mail.get("messageId").asString())
                  .distinct())
          .as("the invitation and the news")
          .hasSize(2);
      assertTablesTellWhatTheEngineTold(vestibule);
    }
  }

  @Test
  void theEngineIsDownWhenTheDoctorApprovesAndTheApprovalIsCarriedOutLater() {
    try (var vestibule = open()) {
      var clinic = vestibule.clinicSystem();
      var patient = SmallPatient.of(ZAVALA);
      var id = patient.importedBy(clinic);
      var device = new PatientDevice(vestibule.address());
      var invitation = clinic.invites(id, vestibule.notice().doctor());
      device.enrolsWithoutCode(vestibule.letterbox(patient).awaitsLink(1));
      var doctor = vestibule.doctor();
      var request = doctor.awaitsRequestOf(id);

      vestibule.application().killBroker();
      assertThat(doctor.approves(request).statusCode()).isEqualTo(302);
      assertThat(doctor.opens(request).body()).contains("The process engine has not taken it yet");
      assertThat(device.reads()).isEmpty();
      vestibule.application().killDatabase();
      vestibule.application().kill();
      vestibule.comesBack();

      vestibule.doctor().awaitsStatus(request, "completed");
      clinic.awaitsOutcome(invitation, "all-shared");
      assertThat(device.reads()).hasSize(3);
      assertTablesTellWhatTheEngineTold(vestibule);
    }
  }

  private static void assertTablesTellWhatTheEngineTold(KillableInstallation vestibule) {
    var unused =
        Await.until(
            "much was told, and all is over",
            Duration.ofSeconds(30),
            () -> toldAndOpen(vestibule),
            seen -> seen.equals(List.of(true, 0, 0)));
    // So that nothing more is told.
    vestibule.application().killBroker();
    var told = vestibule.readModel();
    assertThat(vestibule.rebuilds()).endsWith("The read model is rebuilt.");
    assertThat(vestibule.readModel()).isEqualTo(told);
  }

  private static List<Object> toldAndOpen(KillableInstallation vestibule) {
    return vestibule
        .database()
        .sql(
            """
            select (select count(*) from engine_journal where intent = 'ELEMENT_COMPLETED'),
              (select count(*) from engine_instance where ended_at is null),
              (select count(*) from engine_element where left_at is null)
            """)
        .query((row, number) -> List.<Object>of(row.getInt(1) > 10, row.getInt(2), row.getInt(3)))
        .single();
  }

  private KillableInstallation open(String... points) {
    return KillableInstallation.dyingAt(temporary.resolve("vestibule"), points);
  }
}
