package care.vestibule.local.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsGatewayTests {

  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String JULIA = "+32470123456";
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  @TempDir private Path directory;
  private SmsGateway gateway;
  private TwilioRestClient twilio;

  @BeforeEach
  void open() {
    gateway = SmsGateway.open(directory, 0, ACCOUNT, "token", InstantSource.fixed(NOW));
    twilio = client("token");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void theRealSdkSendsAMessageAndFindsItAgainAlsoAfterARestart() {
    var sent = send(JULIA, "Open https://clinic.example/i#v1.a.b.c");
    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(sent.getSid()).matches("SM[0-9a-f]{32}");
    gateway.close();
    gateway = SmsGateway.open(directory, 0, ACCOUNT, "token", InstantSource.fixed(NOW));
    twilio = client("token");

    assertThat(gateway.to(JULIA).getFirst().links())
        .containsExactly("https://clinic.example/i#v1.a.b.c");
    var found = Message.fetcher(sent.getSid()).fetch(twilio);
    assertThat(found.getStatus()).isEqualTo(Message.Status.DELIVERED);
    assertThat(found.getDateSent().toInstant()).isEqualTo(NOW);
  }

  @Test
  void messagesAreListedByNumberAndTimePageByPage() {
    send(JULIA, "one");
    send(JULIA, "two");
    send("+32470999999", "other");

    var since = ZonedDateTime.parse("2026-03-01T10:00:00Z");
    assertThat(Message.reader().setTo(new PhoneNumber(JULIA)).setPageSize(1L).read(twilio))
        .extracting(Message::getBody)
        .containsExactlyInAnyOrder("one", "two");
    assertThat(Message.reader().setDateSentAfter(since).read(twilio)).hasSize(3);
    assertThat(Message.reader().setDateSentBefore(since).read(twilio)).isEmpty();
  }

  @Test
  void whatTwilioRefusesIsRefusedWithTwiliosCodes() {
    assertRefused(() -> send("12", "x"), 400, 21211);
    assertRefused(() -> send("+15005550009", "x"), 400, 21614);
    assertRefused(() -> send(JULIA, ""), 400, 21602);
    assertRefused(() -> send(JULIA, "x".repeat(1601)), 400, 21617);
    assertRefused(() -> Message.fetcher("SM" + "0".repeat(32)).fetch(twilio), 404, 20404);
    twilio = client("wrong");
    assertRefused(() -> send(JULIA, "x"), 401, 20003);
    assertThat(gateway.all()).isEmpty();
  }

  @Test
  void aPlannedFailureHappensAsOftenAsPlannedAndTakesNothing() {
    gateway.faults().failNext(1, 429);
    gateway.faults().failNext(1, 500);

    assertRefused(() -> send(JULIA, "x"), 429, 20429);
    assertRefused(() -> send(JULIA, "x"), 500, 20500);
    assertThat(gateway.all()).isEmpty();
    send(JULIA, "x");
    assertThat(gateway.all()).hasSize(1);
  }

  @Test
  void aMessageCanBeTakenAlthoughItsSenderNeverHearsSo() {
    gateway.faults().hangAfterAcceptingNext(1, Duration.ofMillis(50));

    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> send(JULIA, "x"));
    assertThat(gateway.to(JULIA)).hasSize(1);
  }

  private Message send(String to, String body) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber("+15005550006"), body)
        .create(twilio);
  }

  private TwilioRestClient client(String token) {
    return new TwilioRestClient.Builder(ACCOUNT, token)
        .httpClient(new LoopbackHttpClient(gateway.address()))
        .build();
  }

  private static void assertRefused(Runnable request, int status, int code) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(request::run)
        .satisfies(
            refusal -> {
              assertThat(refusal.getStatusCode()).isEqualTo(status);
              assertThat(refusal.getCode()).isEqualTo(code);
            });
  }
}
