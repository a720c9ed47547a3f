package care.vestibule.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.messaging.ScriptedSmtp;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PooledMailSenderTests {

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final PooledMailSender sender = PooledMailSender.like(stock());

  PooledMailSenderTests() throws IOException {}

  @AfterEach
  void close() throws IOException {
    sender.destroy();
    server.close();
  }

  @Test
  void tenMessagesTakeOneConnection() {
    for (int number = 0; number < 10; number++) {
      send(number);
    }

    assertThat(server.messages()).hasSize(10);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void aConnectionGrowsOldAfterAHundred() {
    for (int number = 0; number < 101; number++) {
      send(number);
    }

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void aConnectionThatFailedIsNotUsedAgain() {
    send(1);
    server.answer("RCPT", "550 unknown");
    assertThatThrownBy(() -> send(2)).isInstanceOf(MailException.class);
    server.healed();
    send(3);

    assertThat(server.messages()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void aServerThatHungUpInBetweenCostsATryAndNoMessage() {
    send(1);
    server.answer("MAIL", "");
    assertThatThrownBy(() -> send(2)).isInstanceOf(MailException.class);
    server.healed();
    send(2);

    assertThat(server.messages()).hasSize(2);
  }

  private void send(int number) {
    var message = new SimpleMailMessage();
    message.setFrom("no-reply@portal.example");
    message.setTo("francisco@patient.example");
    message.setSubject("number " + number);
    message.setText("text");
    sender.send(message);
  }

  private JavaMailSenderImpl stock() {
    var stock = new JavaMailSenderImpl();
    stock.setHost("127.0.0.1");
    stock.setPort(server.port());
    return stock;
  }
}
