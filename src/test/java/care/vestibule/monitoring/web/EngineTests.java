package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.WorkerLoad;
import care.vestibule.process.WorkerLoads;
import care.vestibule.process.projection.Rebuild;
import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class EngineTests {

  private final int port;
  private final OperatorBrowser operator;
  private final MonitoringFixture ward;
  private final Rebuild rebuild;
  private final WorkerLoads loads;
  private final ClinicId clinic;

  EngineTests(
      @Autowired MonitoringFixture ward,
      @Autowired Rebuild rebuild,
      @Autowired WorkerLoads loads,
      @LocalServerPort int port) {
    this.port = port;
    this.loads = loads;
    this.ward = ward;
    this.rebuild = rebuild;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
  }

  @BeforeEach
  void nothingWasHeard() {
    TestDatabase.get().jdbc().sql("delete from engine_exporter").update();
    TestDatabase.get().jdbc().sql("delete from worker_pulse").update();
  }

  @Test
  void everyPageSaysThatTheEngineWasNeverHeardUntilItsHeartbeatComes() throws Exception {
    for (var page : new String[] {"", "/problems", "/instances", "/diagram", "/engine"}) {
      assertThat(operator.page("/monitor" + page))
          .as(page)
          .contains("The engine has never been heard")
          .doesNotContain("??");
    }

    assertThat(beat("3", "120")).isEqualTo(200);

    assertThat(operator.page("/monitor"))
        .doesNotContain("never been heard")
        .contains("Nobody works on what the engine wants done");
    loads.note(UUID.randomUUID(), new WorkerLoad(9, 16, 16, 4));
    assertThat(operator.page("/monitor/engine"))
        .contains("All is well.")
        .contains("Everything that happened in Vestibule was told to the engine.")
        .contains(">3</th>")
        .contains("16 of 16 places taken, for 9 types of jobs", "4 taken and not begun")
        .containsPattern("\\d+ of \\d+ in use")
        .contains(">leads</td>", ">healthy</span>")
        .doesNotContain("??");
  }

  @Test
  void aSilentPartitionIsSaidOnEveryPage() throws Exception {
    beat("3", "0");
    TestDatabase.get()
        .jdbc()
        .sql("update engine_exporter set heard_at = heard_at - interval '2 hours'")
        .update();

    assertThat(operator.page("/monitor/instances"))
        .contains("Partition 3 of the engine has been silent for 2 h 0 min");
  }

  @Test
  void theReadModelIsRebuiltEveryPageSaysSoAndThatSomebodyAskedForItIsRecorded() {
    var page = "/monitor/engine";
    assertThat(operator.page(page)).contains("Rebuild</button>").doesNotContain("??");
    assertThat(operator.submit(page, page + "/rebuild", "reason=x").statusCode()).isEqualTo(400);

    var ordered = operator.submit(page, page + "/rebuild", "reason=ROUTINE");

    assertThat(ordered.statusCode()).isEqualTo(200);
    assertThat(ward.done(clinic, "projection")).containsExactly("PROJECTION_REBUILD ROUTINE");
    for (var each : new String[] {"", "/problems", "/instances", "/diagram", "/engine"}) {
      assertThat(operator.page("/monitor" + each))
          .as(each)
          .contains("The read model is being rebuilt (0 %)")
          .doesNotContain("??");
    }
    assertThat(operator.page(page))
        .contains("0 % of the journal replayed")
        .doesNotContain("Rebuild</button>", "All is well.", "??");
    while (rebuild.step() != Progress.DONE) {
      Thread.onSpinWait();
    }
    assertThat(operator.page(page))
        .contains("Last rebuild: started", "Rebuild</button>")
        .doesNotContain("being rebuilt", "??");
  }

  private int beat(String partition, String lag) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine/records"))
              .header("Authorization", "Bearer " + MonitoringTest.TOKEN)
              .header("Content-Type", "application/x-ndjson")
              .header("Vestibule-Partition", partition)
              .header("Vestibule-Lag", lag)
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
