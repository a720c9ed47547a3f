package care.vestibule.notification;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.Messenger;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails each professional once a day, as long as somebody waits for them; names no patient.
 *
 * <p>The day is part of the message's key, so that several agents and restarts send one.
 */
@Component
@OnlyIn(Zone.AGENT)
class DailyDigest {

  private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);

  private final Messenger messenger;
  private final WaitedFor waitedFor;
  private final HealthcareProfessionals professionals;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final String baseUrl;

  DailyDigest(
      Messenger messenger,
      WaitedFor waitedFor,
      HealthcareProfessionals professionals,
      Clinics clinics,
      CurrentClinic current,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${vestibule.base-url}") String baseUrl) {
    this.messenger = messenger;
    this.waitedFor = waitedFor;
    this.professionals = professionals;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
    this.clock = clock;
    this.baseUrl = baseUrl;
  }

  @Scheduled(cron = "${vestibule.tasks.digest:0 0 7 * * MON-FRI}")
  void send() {
    var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
    all.forEach(clinic -> current.during(clinic.id(), () -> sendIn(clinic)));
  }

  private void sendIn(Clinic clinic) {
    for (var letter : letters(clinic)) {
      try {
        messenger.send(letter.key(), letter.to(), letter.facts());
      } catch (RuntimeException e) {
        // One address in trouble does not keep the mail from the others.
        LOG.warn("No digest in clinic {}: {}", clinic.id(), e.getClass().getSimpleName());
      }
    }
  }

  private List<Letter> letters(Clinic clinic) {
    return Objects.requireNonNull(
        transactions.execute(
            status ->
                waitedFor.professionals().stream()
                    .flatMap(hcp -> professionals.find(hcp).stream())
                    .flatMap(hcp -> letter(clinic, hcp).stream())
                    .toList()));
  }

  private Optional<Letter> letter(Clinic clinic, HealthcareProfessional hcp) {
    var day = Math.toIntExact(LocalDate.now(clock).toEpochDay());
    return hcp.email()
        .map(
            address ->
                new Letter(
                    new MessageKey(
                        hcp.id().value(), 0, Channel.EMAIL, MessageKind.TASK_DIGEST, day),
                    new Contact(Contact.Kind.EMAIL, Contact.Use.WORK, address, true),
                    new MessageFacts(
                        MessageKind.TASK_DIGEST,
                        Locale.ENGLISH,
                        hcp.given(),
                        hcp.displayName(),
                        clinic.name(),
                        clinic.solutionName(),
                        Optional.of(baseUrl + "/tasks"),
                        Optional.empty(),
                        Optional.empty())));
  }

  private record Letter(MessageKey key, Contact to, MessageFacts facts) {}
}
