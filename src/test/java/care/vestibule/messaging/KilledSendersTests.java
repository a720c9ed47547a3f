package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.KillableDataSource.Point;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sender dies at each point of its way: before and after each of its commits, which note the
 * attempt and the outcome of an e-mail, and the intent, the budget, the attempt and the outcome of
 * a text message; a hundred times each, in an order that is the same every time.
 */
class KilledSendersTests {

  private static final int TIMES = 100;
  private static final int COMMITS_OF_A_MAIL = 2;
  private static final int COMMITS_OF_A_TEXT = 4;

  /** The provider has it, and nobody has noted that: the one window that cannot be closed. */
  private static final Point WINDOW = new Point(COMMITS_OF_A_MAIL, true);

  private final TestDatabase database = TestDatabase.get();
  private final KillableDataSource mortal = new KillableDataSource(database.dataSource());
  private final ScriptedSmtp smtp = new ScriptedSmtp();
  private final Random random = new Random(5);
  private final MessagingFixture post;

  KilledSendersTests(@TempDir Path directory) throws IOException {
    post = new MessagingFixture(directory, smtp.port(), Optional.empty(), mortal);
  }

  @AfterEach
  void close() throws IOException {
    post.close();
    smtp.close();
  }

  @Test
  void noMailIsLostAndOneIsDoubledInTheOneWindowOnlyAsTheSameMail() {
    int copies = 0;
    for (var point : deaths(COMMITS_OF_A_MAIL)) {
      var address = "p" + UUID.randomUUID() + "@patient.example";
      sendAndDieAt(
          point, new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, true), Channel.EMAIL);

      var mails = smtp.messages().stream().filter(mail -> mail.contains(address)).toList();
      assertThat(mails).as("killed at " + point).hasSize(point.equals(WINDOW) ? 2 : 1);
      assertThat(mails.stream().map(KilledSendersTests::messageId).distinct()).hasSize(1);
      copies += mails.size() - 1;
    }
    assertThat(copies).as("doubled, of 400").isEqualTo(TIMES);
  }

  @Test
  void noTextMessageIsLostAndNoneIsDoubled() {
    int last = 100_000;
    for (var point : deaths(COMMITS_OF_A_TEXT)) {
      var number = "+4915123" + last++;
      sendAndDieAt(
          point, new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, true), Channel.SMS);

      assertThat(post.gateway().to(number)).as("killed at " + point).hasSize(1);
    }
  }

  private List<Point> deaths(int commits) {
    var points =
        IntStream.rangeClosed(1, commits)
            .boxed()
            .flatMap(commit -> Stream.of(new Point(commit, true), new Point(commit, false)))
            .toList();
    var all = new ArrayList<Point>();
    IntStream.range(0, TIMES).forEach(round -> all.addAll(points));
    java.util.Collections.shuffle(all, random);
    return all;
  }

  private void sendAndDieAt(Point point, Contact to, Channel channel) {
    // Of its own clinic: a day's text messages of one are limited.
    ClinicId clinic = new Fixtures(database).aClinic().id();
    var key = new MessageKey(UUID.randomUUID(), 1, channel, MessageKind.INVITATION, 0);
    mortal.diesAt(point);
    assertThat(catchThrowable(() -> send(clinic, key, to)))
        .as("killed at " + point)
        .isInstanceOf(BreakableMailSender.Killed.class);
    for (int restart = 0; restart < 3; restart++) {
      assertThat(send(clinic, key, to)).isInstanceOf(Delivery.Sent.class);
    }
  }

  private Delivery send(ClinicId clinic, MessageKey key, Contact to) {
    var facts = EmailDeliveryTests.facts("Dr. Casares");
    return database.clinic().during(clinic, () -> post.messenger().send(key, to, facts));
  }

  private static String messageId(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }
}
