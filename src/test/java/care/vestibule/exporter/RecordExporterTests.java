package care.vestibule.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.vestibule.testing.Await;
import io.camunda.zeebe.exporter.api.ExporterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordExporterTests {

  private static final Duration BUDGET = Duration.ofSeconds(10);
  private static final String OURS = "patient-access";

  private final FakePortal portal = new FakePortal();
  private final RecordExporter exporter = new RecordExporter();

  @AfterEach
  void closePortal() {
    portal.close();
  }

  @Test
  void aPositionIsGivenUpOnlyOnceThePortalHasTakenItsRecord() {
    var broker = opened(Map.of());
    portal.answer(503);

    exporter.export(FakeRecord.element(1, OURS));
    exporter.export(FakeRecord.element(2, OURS));
    broker.tick();
    assertThat(broker.acknowledged()).isEqualTo(-1);

    portal.answer(200);
    awaitAcknowledged(broker, 2);
    assertThat(portal.lines()).isEqualTo(jsonOf(1, 2));
  }

  @Test
  void whilePortalIsAwayTheBrokerKeepsWhatDoesNotFitAndNothingIsLostOrOutOfOrder() {
    var broker = opened(Map.of("BATCHSIZE", "3"));
    portal.stop();

    for (long position = 1; position <= 3; position++) {
      exporter.export(FakeRecord.element(position, OURS));
    }
    assertThatExceptionOfType(ExporterException.class)
        .isThrownBy(() -> exporter.export(FakeRecord.element(4, OURS)));
    broker.tick();
    assertThat(broker.acknowledged()).isEqualTo(-1);

    portal.startAgain();
    awaitAcknowledged(broker, 3);
    // The broker offers the record again that was refused.
    exporter.export(FakeRecord.element(4, OURS));
    awaitAcknowledged(broker, 4);
    assertThat(portal.lines()).isEqualTo(jsonOf(1, 4));
  }

  @Test
  void aFullBatchDoesNotWaitForTheClock() {
    var broker = opened(Map.of("batchSize", 2));

    exporter.export(FakeRecord.element(1, OURS));
    assertThat(portal.lines()).isEmpty();
    exporter.export(FakeRecord.element(2, OURS));

    assertThat(portal.lines()).isEqualTo(jsonOf(1, 2));
    assertThat(broker.acknowledged()).isEqualTo(2);
  }

  @Test
  void recordsNobodyAskedForStayInTheBrokerAndHoldNothingUp() {
    var broker = opened(Map.of());

    exporter.export(FakeRecord.element(1, OURS));
    exporter.export(FakeRecord.element(2, "payroll"));
    exporter.export(FakeRecord.variable(3, "salary"));
    exporter.export(FakeRecord.variable(4, "invitationId"));
    exporter.export(FakeRecord.other(5));
    awaitAcknowledged(broker, 5);

    assertThat(portal.lines()).containsExactly("{\"position\":1}", "{\"position\":4}");
  }

  @Test
  void onlyRecordsNobodyAskedForAreGivenUpWithoutAPost() {
    var broker = opened(Map.of());

    exporter.export(FakeRecord.other(9));
    broker.tick();

    assertThat(broker.acknowledged()).isEqualTo(9);
    assertThat(portal.headers()).isEmpty();
  }

  @Test
  void aBatchSaysWhereItComesFromHowLateItIsAndProvesWhoSendsIt() {
    var broker = opened(Map.of());

    exporter.export(FakeRecord.element(1, OURS));
    awaitAcknowledged(broker, 1);

    assertThat(portal.headers()).containsExactly("3 1000 Bearer open-sesame");
  }

  @Test
  void aSilentBrokerTellsThePortalThatItIsAlive() {
    var broker = opened(Map.of("heartbeat", 1));

    Await.until(
        "a heartbeat",
        BUDGET,
        () -> {
          broker.tick();
          return portal.headers();
        },
        headers -> headers.contains("3 0 Bearer open-sesame"));
    assertThat(portal.lines()).isEmpty();
  }

  @Test
  void whatIsLeftIsSentWhenTheExporterIsClosed() {
    var broker = opened(Map.of());

    exporter.export(FakeRecord.element(1, OURS));
    exporter.close();

    assertThat(portal.lines()).isEqualTo(jsonOf(1, 1));
    assertThat(broker.acknowledged()).isEqualTo(1);
  }

  @Test
  void theTokenCanStandInAFileAndIsNeverShown(@TempDir Path directory) throws Exception {
    var file = Files.writeString(directory.resolve("token"), "open-sesame\n");
    var settings =
        ExportSettings.of(Map.of("URL", "http://portal/records", "TOKENFILE", file.toString()));

    assertThat(settings.token()).isEqualTo("open-sesame");
    assertThat(settings.toString()).doesNotContain("sesame");
  }

  @Test
  void aBrokerWithoutAddressOrTokenDoesNotStart() {
    for (var missing : List.of("url", "token")) {
      var arguments = arguments();
      arguments.remove(missing);
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> exporter.configure(new FakeBroker(arguments)))
          .withMessageContaining(missing);
    }
  }

  private FakeBroker opened(Map<String, Object> more) {
    var arguments = arguments();
    arguments.putAll(more);
    var broker = new FakeBroker(arguments);
    exporter.configure(broker);
    exporter.open(broker);
    return broker;
  }

  private Map<String, Object> arguments() {
    var arguments = new HashMap<String, Object>();
    arguments.put("url", portal.url().toString());
    arguments.put("token", "open-sesame");
    arguments.put("flushInterval", "1");
    return arguments;
  }

  private static void awaitAcknowledged(FakeBroker broker, long position) {
    Await.until(
        "acknowledged " + position,
        BUDGET,
        () -> {
          broker.tick();
          return broker.acknowledged();
        },
        seen -> seen == position);
  }

  private static List<String> jsonOf(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(n -> "{\"position\":" + n + "}").toList();
  }
}
