package care.vestibule.messaging.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.EmailDeliveryTests;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.MessagingFixture;
import care.vestibule.messaging.MessagingProperties;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One e-mail a second for each clinic, and five at once after a rest. */
class EmailRateTests {

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final MessagingFixture post;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  EmailRateTests(@TempDir Path directory) throws IOException {
    InstantSource source = () -> now;
    post =
        new MessagingFixture(
            directory,
            server.port(),
            Map.of("vestibule.messaging.emails-per-minute", "60"),
            source.withZone(ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws IOException {
    post.close();
    server.close();
  }

  @Test
  void whatIsTooMuchWaitsUntilItsOwnMomentAndThenGoesOnce() {
    sendWhatMayGoAtOnce();
    var first = key(MessageKind.INVITATION);
    var second = key(MessageKind.REMINDER);

    assertThat(refusal(first).code()).isEqualTo("CLINIC_RATE");
    assertThat(refusal(second).patience()).contains(Duration.ofSeconds(2));
    assertThat(server.messages()).hasSize(6);

    now = now.plusSeconds(1);
    send(clinic, first);
    now = now.plusSeconds(1);
    send(clinic, second);
    send(clinic, second);
    assertThat(server.messages()).hasSize(8);
  }

  @Test
  void anotherClinicsMessagesDoNotWaitForThem() {
    sendWhatMayGoAtOnce();
    assertThat(refusal(key(MessageKind.INVITATION)).patience()).isPresent();

    var other = new Fixtures(database).aClinic().id();
    send(other, key(MessageKind.INVITATION));

    assertThat(server.messages()).hasSize(7);
  }

  @Test
  void whatNobodyWouldTryAgainGoesAtOnceAndCounts() {
    sendWhatMayGoAtOnce();

    send(clinic, key(MessageKind.CODE));
    send(clinic, key(MessageKind.TASK_NEW));
    send(clinic, key(MessageKind.NEW_KEY));

    assertThat(server.messages()).hasSize(9);
    assertThat(refusal(key(MessageKind.INVITATION)).patience()).contains(Duration.ofSeconds(4));
  }

  @Test
  void whatWasSentBeforeIsAnsweredWithoutCounting() {
    var known = key(MessageKind.INVITATION);
    send(clinic, known);
    for (int i = 0; i < 20; i++) {
      send(clinic, known);
    }

    IntStream.range(0, 5).forEach(i -> send(clinic, key(MessageKind.INVITATION)));
    assertThat(server.messages()).hasSize(6);
  }

  @Test
  void aThousandThatWaitGoOutEvenlyAndAreAskedFewTimesEach() {
    var rate = new EmailRate(sixtyPerMinute(), movable());
    var line = new PriorityQueue<Instant>();
    IntStream.range(0, 3_000).forEach(i -> line.add(now));
    var sent = new ArrayList<Instant>();
    int asked = 0;
    while (!line.isEmpty()) {
      var next = line.poll();
      now = next.isAfter(now) ? next : now;
      asked++;
      try {
        rate.take(clinic, MessageKind.INVITATION);
        sent.add(now);
      } catch (NotSentYet e) {
        line.add(now.plus(e.patience().orElseThrow()));
      }
    }

    assertThat(Duration.between(sent.getFirst(), sent.getLast()))
        .isBetween(Duration.ofSeconds(2_990), Duration.ofSeconds(3_300));
    assertThat(asked).isLessThan(5 * 3_000);
    for (int i = 10; i < sent.size(); i++) {
      assertThat(Duration.between(sent.get(i - 10), sent.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }
  }

  @Test
  void withoutALimitNothingWaits() {
    assertThatCode(
            () -> {
              var rate = new EmailRate(properties(Optional.empty()), movable());
              IntStream.range(0, 1_000).forEach(i -> rate.take(clinic, MessageKind.INVITATION));
            })
        .doesNotThrowAnyException();
  }

  private void sendWhatMayGoAtOnce() {
    IntStream.range(0, 6).forEach(i -> send(clinic, key(MessageKind.INVITATION)));
  }

  private NotSentYet refusal(MessageKey key) {
    return catchThrowableOfType(NotSentYet.class, () -> send(clinic, key));
  }

  private void send(ClinicId home, MessageKey key) {
    var to = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);
    database
        .clinic()
        .during(
            home, () -> post.messenger().send(key, to, EmailDeliveryTests.facts("Dr. Casares")));
  }

  private Clock movable() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private static MessageKey key(MessageKind kind) {
    return new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, kind, 0);
  }

  private static MessagingProperties sixtyPerMinute() {
    return properties(Optional.of(60));
  }

  private static MessagingProperties properties(Optional<Integer> perMinute) {
    return new MessagingProperties(
        "no-reply@portal.example",
        Optional.empty(),
        4,
        perMinute,
        Optional.empty(),
        Optional.empty());
  }
}
