package care.vestibule.messaging;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.KillableDataSource.Point;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A process that sends one message and, where it was told to, waits to be killed. */
final class SenderProcess {

  private SenderProcess() {}

  /**
   * The database's URL, the mail server's port, the gateway, clinic, subject, channel and address,
   * the file to make when the point of death is reached, and that point as {@code 2 true}.
   */
  public static void main(String[] told) {
    var real = new HikariDataSource();
    real.setJdbcUrl(told[0]);
    real.setUsername("vestibule_app");
    real.setPassword("app");
    var mortal = new KillableDataSource(real, () -> waitForTheKiller(Path.of(told[7])));
    var mail = new JavaMailSenderImpl();
    mail.setHost("127.0.0.1");
    mail.setPort(Integer.parseInt(told[1]));
    var clinic = new CurrentClinic();
    var channel = Channel.valueOf(told[5]);
    var kind = channel == Channel.EMAIL ? Contact.Kind.EMAIL : Contact.Kind.MOBILE;
    var module =
        new MessagingParts(mortal, clinic, mail, URI.create(told[2]), Clock.systemUTC())
            .open(Optional.empty(), Map.of());
    mortal.diesAt(new Point(Integer.parseInt(told[8]), Boolean.parseBoolean(told[9])));
    clinic.during(
        ClinicId.parse(told[3]),
        () ->
            module
                .getBean(Messenger.class)
                .send(
                    new MessageKey(UUID.fromString(told[4]), 1, channel, MessageKind.INVITATION, 0),
                    new Contact(kind, Contact.Use.HOME, told[6], true),
                    EmailDeliveryTests.facts("Dr. Casares")));
  }

  private static void waitForTheKiller(Path sign) {
    try {
      Files.createFile(sign);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }
}
