package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.AccessRequestProblem;
import care.vestibule.audit.Alarm;
import care.vestibule.process.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MonitoringTextsTests {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern INCIDENT =
      Pattern.compile("(?:new (?:Incident|JobResult\\.Failed)|RetryLater\\.\\w+)\\(\"([A-Z_]+)");

  private final Properties words = words();

  @Test
  void everyIncidentAWorkerCanRaiseHasASentenceAndWhatToDo() throws IOException {
    List<String> codes;
    try (var sources = Files.walk(SOURCES)) {
      codes =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(MonitoringTextsTests::codesIn)
              .distinct()
              .toList();
    }

    assertThat(codes)
        .contains(
            "KEYSTORE_LOCKED", "TECHNICAL_FAILURE", "PATIENT_KEY_MISSING", "MESSAGE_NOT_SENT");
    assertThat(codes)
        .allSatisfy(
            code -> assertThat(words).containsKeys("incident." + code, todo("incident", code)));
  }

  @Test
  void everyAlarmAndEveryProblemOfADoctorHasASentenceAndWhatToDo() {
    for (var alarm : Alarm.values()) {
      assertThat(words).containsKeys("monitoring.alarm." + alarm, todo("monitoring.alarm", alarm));
    }
    for (var problem : AccessRequestProblem.values()) {
      assertThat(words)
          .containsKeys("monitoring.doctor." + problem, todo("monitoring.doctor", problem));
    }
  }

  @Test
  void everyStepOfTheModelThatCanWaitAndEveryTimerIsSaidInWords() {
    var model = new Model();
    var steps =
        Stream.of("serviceTask", "userTask", "receiveTask")
            .flatMap(type -> Model.values(model.bpmn(type), "id").stream())
            .toList();
    var timers =
        model.bpmn("timerEventDefinition").stream()
            .map(definition -> ((Element) definition.getParentNode()).getAttribute("id"))
            .toList();

    assertThat(steps).isNotEmpty();
    assertThat(timers).isNotEmpty();
    assertThat(words.stringPropertyNames())
        .containsAll(prefixed("monitoring.waits.", steps))
        .containsAll(prefixed("monitoring.timer.", timers));
  }

  @Test
  void everyConstantThePagesShowHasAName() {
    var shown = new java.util.ArrayList<String>();
    for (var type :
        Set.of(
            care.vestibule.process.projection.FunnelStep.class,
            care.vestibule.monitoring.WaitKind.class,
            care.vestibule.monitoring.processes.ProcessInstanceState.class,
            care.vestibule.monitoring.operations.RetryResult.class,
            care.vestibule.monitoring.EngineHealth.Trouble.Kind.class,
            care.vestibule.accessrequest.AccessRequestStatus.class)) {
      var prefix =
          switch (type.getSimpleName()) {
            case "FunnelStep" -> "monitoring.funnel.";
            case "WaitKind" -> "monitoring.wait.";
            case "ProcessInstanceState" -> "monitoring.state.";
            case "Kind" -> "monitoring.trouble.";
            case "RetryResult" -> "monitoring.result.";
            default -> "monitoring.notification.";
          };
      Arrays.stream(type.getEnumConstants()).map(one -> prefix + one).forEach(shown::add);
    }

    assertThat(words.stringPropertyNames()).containsAll(shown);
  }

  private static String todo(String prefix, Object code) {
    return prefix + "." + code + ".todo";
  }

  private static List<String> prefixed(String prefix, List<String> ids) {
    return ids.stream().map(id -> prefix + id).toList();
  }

  private static Stream<String> codesIn(Path file) {
    try {
      return INCIDENT.matcher(Files.readString(file)).results().map(hit -> hit.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties words() {
    var properties = new Properties();
    try (var file =
        MonitoringTextsTests.class.getResourceAsStream("/messages/monitoring.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
