package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class DiagramTests {

  private final Projection projection;
  private final ClinicId clinic;
  private final OperatorBrowser operator;

  DiagramTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @LocalServerPort int port) {
    this.projection = projection;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
  }

  @Test
  void theTableTellsOfEachStepHowManyStandThereAreStuckAndCameBy() {
    EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED");
    EngineStory.invited(clinic);
    EngineStory.invited(clinic).completes("send-invitation", Map.of()).seenBy(projection);

    var page = operator.page("/monitor/diagram").replaceAll("\\s+", " ");

    assertThat(row(page, "send-invitation"))
        .startsWith("data-standing=\"2\" data-stuck=\"1\"")
        .contains("Send the invitation")
        .contains("/monitor/instances?state=running&amp;element=send-invitation")
        .contains("<td>1</td>");
    assertThat(row(page, "await-login")).startsWith("data-standing=\"1\" data-stuck=\"0\"");
    assertThat(page).doesNotContain("??").doesNotContain("data-element=\"before-send\"");
  }

  @Test
  void theDrawingIsOfTheVersionTheEngineHas() {
    EngineStory.invited(clinic).seenBy(projection);

    var model = model(1);

    assertThat(operator.page("/monitor/diagram?version=1"))
        .contains("data-model=\"/monitor/models/1\"");
    assertThat(model.headers().firstValue("Content-Type").orElse("")).contains("xml");
    assertThat(model.body()).contains("id=\"patient-access\"").contains("BPMNDiagram");
    assertThat(model(4711).statusCode()).isEqualTo(404);
    assertThat(operator.get("/monitor/diagram?version=4711").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> model(int version) {
    return operator.get("/monitor/models/" + version, "Accept", "application/xml");
  }

  private static String row(String page, String element) {
    var from = page.substring(page.indexOf("data-element=\"" + element + "\""));
    return from.substring(from.indexOf("data-standing"), from.indexOf("</tr>"));
  }
}
