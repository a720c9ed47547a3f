package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Await;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that send are killed by the operating system at six points of their way and another one
 * goes on. A text message's sender dies where it could be doubled; {@code -Dkill.rounds=20} kills
 * more, and everywhere.
 */
class KilledProcessesTests {

  private static final Optional<Integer> WANTED =
      Optional.ofNullable(Integer.getInteger("kill.rounds"));
  private static final int ROUNDS = WANTED.orElse(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int NEVER = 99;

  private final TestDatabase database = TestDatabase.get();
  private final ScriptedSmtp smtp = new ScriptedSmtp();
  private final Random random = new Random(23);
  private final Path directory;
  private final MessagingFixture post;
  private int processes;

  KilledProcessesTests(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.post = new MessagingFixture(directory.resolve("gateway"), smtp.port());
  }

  @AfterEach
  void close() throws IOException {
    post.close();
    smtp.close();
  }

  @Test
  void aMailIsDoubledOnlyIfTheServerHadItBeforeThatWasNotedAndAsTheSameMail() throws Exception {
    int doubled = 0;
    for (var death : shuffled(MailDeath.values())) {
      var address = "p" + UUID.randomUUID() + "@patient.example";
      if (!death.answer.isEmpty()) {
        smtp.answer(death.answer, ScriptedSmtp.SILENCE);
      }
      killAndGoOn(
          new Message(Channel.EMAIL, address),
          death.commit,
          death.before,
          () -> !death.answer.isEmpty() && isReached(death, address));

      var mails = mailsTo(address);
      assertThat(mails).as("killed at " + death).hasSize(death.isInTheWindow ? 2 : 1);
      assertThat(mails.stream().map(KilledProcessesTests::messageId).distinct()).hasSize(1);
      doubled += mails.size() - 1;
    }
    assertThat(doubled).as("doubled, of " + 6 * ROUNDS).isEqualTo(2 * ROUNDS);
  }

  @Test
  void aTextMessageIsNeverDoubled() throws Exception {
    int last = 100_000;
    var deaths = WANTED.isPresent() ? TextDeath.values() : TextDeath.critical();
    for (var death : shuffled(deaths)) {
      var number = "+4915124" + last++;
      if (death == TextDeath.TAKEN_AND_NOT_ANSWERED) {
        post.gateway().faults().hangAfterAcceptingNext(1, PATIENCE);
      }
      killAndGoOn(
          new Message(Channel.SMS, number),
          death.commit,
          death.before,
          () -> death.commit == NEVER && !post.gateway().to(number).isEmpty());

      assertThat(post.gateway().to(number)).as("killed at " + death).hasSize(1);
    }
  }

  /** Lets a process send until one of its own points is reached or the server has seen enough. */
  private void killAndGoOn(Message message, int commit, boolean before, BooleanSupplier isSeen)
      throws IOException, InterruptedException {
    var clinic = new Fixtures(database).aClinic().id();
    var subject = UUID.randomUUID();
    var sign = directory.resolve("sign" + processes++);
    var process = start(clinic, subject, message, sign, commit, before);
    try {
      Await.until(
          "the point of death, or the end: " + sign,
          PATIENCE,
          () -> Files.exists(sign) || isSeen.getAsBoolean() || !process.isAlive(),
          seen -> seen);
      assertThat(process.isAlive()).as("see " + sign + ".log").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    smtp.healed();
    goOn(clinic, subject, message);
  }

  private void goOn(ClinicId clinic, UUID subject, Message message) {
    var key = new MessageKey(subject, 1, message.channel(), MessageKind.INVITATION, 0);
    var facts = EmailDeliveryTests.facts("Dr. Casares");
    for (int time = 0; time < 3; time++) {
      // The database may need a moment to see that a connection, and with it the lock, is gone.
      Await.until(
          "another process sends",
          PATIENCE,
          () -> {
            try {
              return database
                  .clinic()
                  .during(clinic, () -> post.messenger().send(key, message.to(), facts))
                  .toString();
            } catch (NotSentYet e) {
              return e.code();
            }
          },
          seen -> seen.startsWith("Sent"));
    }
  }

  private Process start(
      ClinicId clinic, UUID subject, Message message, Path sign, int commit, boolean before)
      throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SenderProcess.class.getName(),
            database.url(),
            Integer.toString(smtp.port()),
            post.gateway().address().toString(),
            clinic.toString(),
            subject.toString(),
            message.channel().name(),
            message.address(),
            sign.toString(),
            Integer.toString(commit),
            Boolean.toString(before));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of(sign + ".log").toFile())
        .start();
  }

  private boolean isReached(MailDeath death, String address) {
    return death == MailDeath.TAKEN_AND_NOT_ANSWERED
        ? !mailsTo(address).isEmpty()
        : smtp.hasHeard(death.answer);
  }

  private List<String> mailsTo(String address) {
    return smtp.messages().stream().filter(mail -> mail.contains(address)).toList();
  }

  private <T> List<T> shuffled(T[] deaths) {
    var all = new ArrayList<T>();
    IntStream.range(0, ROUNDS).forEach(round -> all.addAll(List.of(deaths)));
    Collections.shuffle(all, random);
    return all;
  }

  private static String messageId(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }

  /** Where the sender of an e-mail dies: at a commit, or while the server keeps it waiting. */
  private enum MailDeath {
    BEFORE_THE_ATTEMPT_IS_NOTED(1, true, "", false),
    AFTER_THE_ATTEMPT_IS_NOTED(1, false, "", false),
    WHILE_IT_TALKS_TO_THE_SERVER(NEVER, true, "DATA", false),
    TAKEN_AND_NOT_ANSWERED(NEVER, true, ".", true),
    BEFORE_THE_OUTCOME_IS_NOTED(2, true, "", true),
    AFTER_THE_OUTCOME_IS_NOTED(2, false, "", false);

    private final int commit;
    private final boolean before;
    private final String answer;
    private final boolean isInTheWindow;

    MailDeath(int commit, boolean before, String answer, boolean isInTheWindow) {
      this.commit = commit;
      this.before = before;
      this.answer = answer;
      this.isInTheWindow = isInTheWindow;
    }
  }

  /** Where the sender of a text message dies. */
  private enum TextDeath {
    AFTER_THE_INTENT_IS_NOTED(1, false),
    BEFORE_THE_ATTEMPT_IS_NOTED(3, true),
    AFTER_THE_ATTEMPT_IS_NOTED(3, false),
    TAKEN_AND_NOT_ANSWERED(NEVER, true),
    BEFORE_THE_OUTCOME_IS_NOTED(4, true),
    AFTER_THE_OUTCOME_IS_NOTED(4, false);

    private final int commit;
    private final boolean before;

    TextDeath(int commit, boolean before) {
      this.commit = commit;
      this.before = before;
    }

    static TextDeath[] critical() {
      return new TextDeath[] {TAKEN_AND_NOT_ANSWERED, BEFORE_THE_OUTCOME_IS_NOTED};
    }
  }

  private record Message(Channel channel, String address) {

    Contact to() {
      var kind = channel == Channel.EMAIL ? Contact.Kind.EMAIL : Contact.Kind.MOBILE;
      return new Contact(kind, Contact.Use.HOME, address, true);
    }
  }
}
