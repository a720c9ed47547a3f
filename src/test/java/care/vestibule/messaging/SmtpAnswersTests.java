package care.vestibule.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.directory.Contact;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpAnswersTests {

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final MessageKey key =
      new MessageKey(UUID.randomUUID(), 1, Channel.EMAIL, MessageKind.INVITATION, 0);
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final MessagingFixture post;

  SmtpAnswersTests(@TempDir Path directory) throws IOException {
    post = new MessagingFixture(directory, server.port());
  }

  @AfterEach
  void close() throws IOException {
    post.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 francisco@patient.example unknown",
    "RCPT, 552 full",
    "DATA, 554 no",
    "., 554 5.7.1 spam"
  })
  void aNoToTheRecipientOrTheMessageIsFinal(String command, String answer) {
    server.answer(command, answer);

    assertThat(send()).isEqualTo(new Delivery.Refused(Delivery.Reason.REJECTED));

    server.healed();
    int connections = server.connections();
    assertThat(send()).isEqualTo(new Delivery.Refused(Delivery.Reason.REJECTED));
    assertThat(server.connections()).isEqualTo(connections);
    assertThat(server.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 421 later, SMTP_UNREACHABLE",
    "CONNECT, '', SMTP_UNREACHABLE",
    "MAIL, 451 later, SMTP_451",
    "MAIL, 553 who are you, SMTP_553",
    "RCPT, 450 francisco@patient.example busy, SMTP_450",
    "RCPT, 530 log in first, SMTP_530",
    "DATA, 451 later, SMTP_451",
    "., 452 no module, SMTP_452"
  })
  void anythingElseIsTriedAgainAndThenSentOnce(String command, String answer, String code) {
    server.answer(command, answer);
    for (int i = 0; i < 2; i++) {
      // Without a cause: the server's answer quotes the address.
      assertThatThrownBy(this::send).isInstanceOf(NotSentYet.class).hasMessage(code).hasNoCause();
    }

    server.healed();
    send();
    send();

    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void aConnectionThatEndsBeforeTheLastYesMayCostACopyOfTheSameMessage() {
    server.answer(".", "");
    assertThatThrownBy(this::send).isInstanceOf(NotSentYet.class);
    server.healed();

    send();

    var ids =
        server.messages().stream().map(mail -> mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1"));
    assertThat(ids.toList())
        .hasSize(2)
        .allMatch(id -> id.equals(idOf(server.messages().getFirst())));
  }

  private static String idOf(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }

  private Delivery send() {
    var to = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "francisco@patient.example", true);
    return database
        .clinic()
        .during(
            clinic, () -> post.messenger().send(key, to, EmailDeliveryTests.facts("Dr. Casares")));
  }
}
