package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links and invitations that run out. */
class TimeIT {

  private static final String ZAVALA = "9999940999";
  private static final int PATIENTS = 8;

  @TempDir private Path temporary;

  @Test
  void anExpiredLinkOffersAFreshOneAndTheOldOneIsDead() {
    var vestibule = TestInstallation.open();
    var clinic = vestibule.clinicSystem();
    var patient = SmallPatient.of(ZAVALA);
    var letters = new PatientMailbox(vestibule.address(), patient.email(), "");
    var device = new PatientDevice(vestibule.address());
    var invitation = clinic.invites(patient.importedBy(clinic), vestibule.demo().doctor().value());
    var old = letters.awaitsLink(1);
    vestibule
        .database()
        .sql("update invitation_link set expires_at = now() where invitation_id = :id")
        .param("id", invitation)
        .update();
    assertThat(device.knocks(old).statusCode()).isEqualTo(401);

    assertThat(device.asksForFreshLink(old).statusCode()).isEqualTo(202);
    var fresh = letters.awaitsLink(2);

    assertThat(fresh).isNotEqualTo(old);
    assertThat(device.knocks(old).statusCode()).isEqualTo(401);
    device.enrolsWithoutCode(fresh);
    assertThat(device.knocks(fresh).statusCode()).as("used").isEqualTo(401);
  }

  @Test
  void ofALoginAndAnExpiryInTheSameSecondExactlyOneWinsAndTheProcessEndsLegally() throws Exception {
    var life = Map.of("vestibule.invitation.life", "PT10S");
    try (var vestibule = new KillableInstallation(temporary.resolve("vestibule"), life);
        var people = Executors.newFixedThreadPool(PATIENTS)) {
      var clinic = vestibule.clinicSystem();
      var races = new ArrayList<Race>();
      for (var i = 0; i < PATIENTS; i++) {
        var patient = SmallPatient.of(ZAVALA);
        var id = patient.importedBy(clinic);
        var invitation = clinic.invites(id, vestibule.notice().doctor());
        races.add(new Race(vestibule, id, invitation, patient, 40L * (i - PATIENTS / 2)));
      }
      var ends = people.invokeAll(races, 2, TimeUnit.MINUTES);

      var doctor = vestibule.doctor();
      for (var i = 0; i < PATIENTS; i++) {
        var race = races.get(i);
        var enrolled = ends.get(i).get();
        var state = clinic.invitation(race.invitation).get("state").asString();
        if (enrolled) {
          assertThat(state).isEqualTo("accepted");
          var request = doctor.awaitsRequestOf(race.patient);
          doctor.approves(request);
          clinic.awaitsOutcome(race.invitation, "all-shared");
        } else {
          Await.until(
              "the invitation is expired",
              Duration.ofSeconds(60),
              () -> clinic.invitation(race.invitation).get("state").asString(),
              "expired"::equals);
        }
        Await.until(
            "the process has ended by itself",
            Duration.ofSeconds(60),
            () -> endOf(vestibule, race.invitation),
            "completed"::equals);
      }
    }
  }

  private static String endOf(KillableInstallation vestibule, UUID invitation) {
    return vestibule
        .database()
        .sql(
            """
            select case when ended_at is null then 'running' when terminated then 'terminated'
              else 'completed' end
            from engine_instance where invitation_id = :id
            """)
        .param("id", invitation)
        .query(String.class)
        .single();
  }

  /** Enrols at the moment the invitation runs out, give or take some milliseconds. */
  private record Race(
      KillableInstallation vestibule, UUID patient, UUID invitation, SmallPatient who, long offset)
      implements java.util.concurrent.Callable<Boolean> {

    @Override
    public Boolean call() {
      var link = vestibule.letterbox(who).awaitsLink(1);
      var device = new PatientDevice(vestibule.address());
      var knock = JourneyHttp.json(device.knocks(link));
      var end =
          Instant.parse(
              vestibule.clinicSystem().invitation(invitation).get("expiresAt").asString());
      Await.until("the end", Duration.ofMinutes(1), Instant::now, end.plusMillis(offset)::isBefore);
      return device.enrols(link, knock, "").statusCode() == 200;
    }
  }
}
