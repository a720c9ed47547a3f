package care.vestibule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.local.sms.ReceivedSms;
import care.vestibule.local.sms.SmsGateway;
import care.vestibule.local.sms.StatusReports;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage.Fate;
import care.vestibule.process.ProcessMessage;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scenarios C5 and C6: what the gateway reports later, and what others claim it did. */
@SendPathTest
class DeliveryReportTests {

  private static final String UNSIGNED = "(none)";

  private final SendPathFixture sender;
  private final SmsGateway gateway;
  private final ScriptedSmtp smtp;
  private final RecordingOutbox outbox;
  private final MessageHistory history;
  private final CurrentClinic clinic;
  private final int port;
  private final StatusReports twilio = new StatusReports("AC1", "token");
  private final StatusReports forger = new StatusReports("AC1", "guessed");
  private final Contact mobile;
  private final Contact email;
  private Invitation invitation;
  private ReceivedSms sms;

  DeliveryReportTests(
      @Autowired SendPathFixture sender,
      @Autowired SmsGateway gateway,
      @Autowired ScriptedSmtp smtp,
      @Autowired RecordingOutbox outbox,
      @Autowired MessageHistory history,
      @Autowired CurrentClinic clinic,
      @LocalServerPort int port) {
    this.sender = sender;
    this.gateway = gateway;
    this.smtp = smtp;
    this.outbox = outbox;
    this.history = history;
    this.clinic = clinic;
    this.port = port;
    this.mobile = sender.aMobile(true);
    this.email = sender.anEmail(false);
  }

  @BeforeEach
  void anInvitationIsSent() {
    invitation = sender.invite(sender.aPatientWith(mobile, email));
    sender.send(invitation);
    sms = gateway.to(mobile.value()).getFirst();
  }

  @Test
  void whatDoesNotArriveGoesTheOtherWay() {
    report(twilio, "undelivered", "30003");

    assertThat(fate()).isEqualTo(Fate.CAME_BACK);
    assertThat(failures()).isEqualTo(1);
    sender.send(invitation);
    sender.send(invitation);
    assertThat(mails()).hasSize(1);
    assertThat(gateway.to(mobile.value())).hasSize(1);
  }

  @Test
  void whatArrivesIsShownToTheDesk() {
    report(twilio, "sent", "");
    assertThat(fate()).isEqualTo(Fate.SENT);

    report(twilio, "delivered", "");

    assertThat(fate()).isEqualTo(Fate.DELIVERED);
    assertThat(failures()).isZero();
  }

  @Test
  void aForgedReportChangesNothing() {
    report(forger, "undelivered", "30003");
    post(path(), twilio.fields(sms, "undelivered", "30003"), "");
    post(path(), twilio.fields(sms, "undelivered", "30003"), UNSIGNED);

    assertThat(fate()).isEqualTo(Fate.SENT);
    assertThat(failures()).isZero();
  }

  @Test
  void aSignatureForAnotherAddressOrOtherFieldsChangesNothing() {
    var fields = twilio.fields(sms, "delivered", "");
    // By the address the request came by, where the one we gave Twilio counts.
    post(path(), fields, twilio.signature(URI.create("http://localhost:" + port + path()), fields));
    var signature = twilio.signature(address(), fields);
    fields.put("MessageStatus", "undelivered");
    post(path(), fields, signature);

    assertThat(fate()).isEqualTo(Fate.SENT);
    assertThat(failures()).isZero();
  }

  @Test
  void aReportAboutAnotherMessageIsNoneAboutThisOne() {
    var other = sender.invite(sender.aPatientWith(sender.aMobile(true)));
    sender.send(other);
    var fields = twilio.fields(sms, "undelivered", "30003");
    var otherPath =
        gateway.all().stream()
            .filter(it -> !it.sid().equals(sms.sid()))
            .map(it -> URI.create(it.statusCallback().orElseThrow()).getPath())
            .findFirst()
            .orElseThrow();

    post(otherPath, fields, twilio.signature(address(), fields));

    awaitJudged();
    assertThat(outbox.of(ProcessMessage.MESSAGE_BOUNCED, other.id().value())).isEmpty();
    assertThat(failures()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, undelivered, DELIVERED",
    "undelivered, delivered, CAME_BACK",
    "delivered, sent, DELIVERED",
    "failed, queued, CAME_BACK"
  })
  void theFirstEndIsTheEnd(String first, String second, Fate fate) {
    report(twilio, first, "");
    report(twilio, second, "");
    report(twilio, first, "");

    assertThat(fate()).isEqualTo(fate);
    assertThat(failures()).isEqualTo(fate == Fate.CAME_BACK ? 1 : 0);
  }

  @Test
  void aFailureThatIsReplayedAfterANewLinkWentOutChangesNothing() {
    sender.resend(invitation);

    report(twilio, "undelivered", "30003");

    assertThat(failures()).isZero();
  }

  @Test
  void aFieldGivenTwiceIsNoReport() {
    var fields = twilio.fields(sms, "delivered", "");
    var signature = twilio.signature(address(), fields);

    post(path(), form(fields) + "&MessageStatus=undelivered", signature);
    post(path() + "?MessageStatus=undelivered", form(fields), signature);

    assertThat(fate()).isEqualTo(Fate.SENT);
  }

  @Test
  void whoeverReportsWhateverIsAnsweredTheSame() {
    var fields = twilio.fields(sms, "delivered", "");
    var answers =
        List.of(
            post(path(), form(fields), twilio.signature(address(), fields)),
            post(path(), form(fields), forger.signature(address(), fields)),
            post("/hooks/twilio/" + UUID.randomUUID(), form(fields), "x"),
            post("/hooks/twilio/none", form(fields), "x"),
            post(path(), "", "x"));

    assertThat(answers.stream().map(it -> it.statusCode() + it.body() + names(it)).distinct())
        .hasSize(1);
    assertThat(answers.getFirst().statusCode()).isEqualTo(204);
  }

  @Test
  void aFloodOfForgedReportsIsNotKept() {
    for (int i = 0; i < 200; i++) {
      post(path(), Map.of("MessageStatus", "failed", "n", "" + i), "forged");
    }
    awaitJudged();

    assertThat(fate()).isEqualTo(Fate.SENT);
    report(twilio, "delivered", "");
    assertThat(fate()).isEqualTo(Fate.DELIVERED);
  }

  private static String names(HttpResponse<String> answer) {
    return new java.util.TreeSet<>(answer.headers().map().keySet()).toString();
  }

  private void report(StatusReports from, String status, String error) {
    var fields = from.fields(sms, status, error);
    post(path(), fields, from.signature(address(), fields));
    awaitJudged();
  }

  private URI address() {
    return URI.create(sms.statusCallback().orElseThrow());
  }

  private String path() {
    return address().getPath();
  }

  private HttpResponse<String> post(String path, Map<String, String> fields, String signature) {
    return post(path, form(fields), signature);
  }

  private HttpResponse<String> post(String path, String body, String signature) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!signature.equals(UNSIGNED)) {
      request.header("X-Twilio-Signature", signature);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return new HashMap<>(fields)
        .entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private void awaitJudged() {
    Await.until(
        "no report waits",
        Duration.ofSeconds(20),
        DeliveryReportTests::waiting,
        waiting -> waiting == 0);
  }

  private static int waiting() {
    try (var connection = TestDatabase.get().superuser();
        var rows =
            connection.createStatement().executeQuery("select count(*) from message_report")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Fate fate() {
    awaitJudged();
    return clinic.during(
        invitation.clinic(),
        () ->
            history.of(List.of(invitation.id().value())).stream()
                .filter(it -> it.channel() == care.vestibule.messaging.Channel.SMS)
                .findFirst()
                .orElseThrow()
                .fate());
  }

  private int failures() {
    return outbox.of(ProcessMessage.MESSAGE_BOUNCED, invitation.id().value()).size();
  }

  private List<String> mails() {
    return smtp.messages().stream().filter(mail -> mail.contains(email.value())).toList();
  }
}
