package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.MortalDataSource.Point;
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
 * A sender dies at each of the six points of its way: before and after it has noted the intent, the
 * attempt, and the outcome; a hundred times each, in an order that is the same every time.
 */
class KilledSendersTests {

  private static final int TIMES = 100;
  private static final List<Point> POINTS =
      Stream.of(1, 2, 3)
          .flatMap(commit -> Stream.of(new Point(commit, true), new Point(commit, false)))
          .toList();

  /** The provider has it, and nobody has noted that: the one window that can not be closed. */
  private static final Point WINDOW = new Point(3, true);

  private final TestDatabase database = TestDatabase.get();
  private final MortalDataSource mortal = new MortalDataSource(database.dataSource());
  private final ScriptedSmtp smtp = new ScriptedSmtp();
  private final Random random = new Random(5);
  private final PostOffice post;

  KilledSendersTests(@TempDir Path directory) throws IOException {
    post = new PostOffice(directory, smtp.port(), Optional.empty(), mortal);
  }

  @AfterEach
  void close() throws IOException {
    post.close();
    smtp.close();
  }

  @Test
  void noMailIsLostAndOneIsDoubledInTheOneWindowOnlyAsTheSameMail() {
    int copies = 0;
    for (var point : deaths()) {
      var address = "p" + UUID.randomUUID() + "@patient.example";
      sendAndDieAt(
          point, new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, true), Channel.EMAIL);

      var mails = smtp.messages().stream().filter(mail -> mail.contains(address)).toList();
      assertThat(mails).as("killed at " + point).hasSize(point.equals(WINDOW) ? 2 : 1);
      assertThat(mails.stream().map(KilledSendersTests::messageId).distinct()).hasSize(1);
      copies += mails.size() - 1;
    }
    assertThat(copies).as("doubled, of 600").isEqualTo(TIMES);
  }

  @Test
  void noTextMessageIsLostAndNoneIsDoubled() {
    for (var point : deaths()) {
      var number = "+4915123" + (100_000 + random.nextInt(900_000));
      int before = post.gateway().to(number).size();
      var death =
          sendAndDieAt(
              point, new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, true), Channel.SMS);

      assertThat(post.gateway().to(number)).as("killed at " + death).hasSize(before + 1);
    }
  }

  private List<Point> deaths() {
    var all = new ArrayList<Point>();
    IntStream.range(0, TIMES).forEach(round -> all.addAll(POINTS));
    java.util.Collections.shuffle(all, random);
    return all;
  }

  private Point sendAndDieAt(Point point, Contact to, Channel channel) {
    // Of its own clinic: a day's text messages of one are limited.
    ClinicId clinic = new Fixtures(database).aClinic().id();
    var key = new MessageKey(UUID.randomUUID(), 1, channel, MessageKind.INVITATION, 0);
    // The counting of text messages is a commit of its own, between the intent and the attempt.
    var death =
        channel == Channel.SMS && point.commit() > 1
            ? new Point(point.commit() + 1, point.before())
            : point;
    mortal.diesAt(death);
    assertThat(catchThrowable(() -> send(clinic, key, to)))
        .as("killed at " + death)
        .isInstanceOf(BreakableMailSender.Killed.class);
    for (int restart = 0; restart < 3; restart++) {
      assertThat(send(clinic, key, to)).isInstanceOf(Delivery.Sent.class);
    }
    return death;
  }

  private Delivery send(ClinicId clinic, MessageKey key, Contact to) {
    var facts = EmailDeliveryTests.facts("Dr. Casares");
    return database.clinic().during(clinic, () -> post.messenger().send(key, to, facts));
  }

  private static String messageId(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }
}
