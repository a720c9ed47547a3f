package care.vestibule.notification;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.Messenger;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails a professional that something waits for them; names no patient. */
@Component
@OnlyIn(Zone.AGENT)
class NudgeMail {

  private static final Logger LOG = LoggerFactory.getLogger(NudgeMail.class);

  private final Messenger messenger;
  private final HealthcareProfessionals professionals;
  private final Clinics clinics;
  private final TransactionTemplate transactions;
  private final String baseUrl;

  NudgeMail(
      Messenger messenger,
      HealthcareProfessionals professionals,
      Clinics clinics,
      TransactionTemplate transactions,
      @Value("${vestibule.base-url}") String baseUrl) {
    this.messenger = messenger;
    this.professionals = professionals;
    this.clinics = clinics;
    this.transactions = transactions;
    this.baseUrl = baseUrl;
  }

  /** Sends, if the professional has an address; that a mail fails never stops a process. */
  void send(Notification notification, MessageKind kind, int sequence) {
    try {
      transactions
          .<Optional<Letter>>execute(status -> letter(notification, kind))
          .ifPresent(
              letter ->
                  messenger.send(
                      new MessageKey(notification.id().value(), 0, Channel.EMAIL, kind, sequence),
                      letter.to(),
                      letter.facts()));
    } catch (RuntimeException e) {
      LOG.warn("No {} for {}: {}", kind, notification.id(), e.getClass().getSimpleName());
    }
  }

  private Optional<Letter> letter(Notification notification, MessageKind kind) {
    var hcp = professionals.find(notification.hcp()).orElseThrow();
    var clinic = clinics.find(notification.clinic()).orElseThrow();
    return hcp.email()
        .map(
            address ->
                new Letter(
                    new Contact(Contact.Kind.EMAIL, Contact.Use.WORK, address, true),
                    new MessageFacts(
                        kind,
                        Locale.ENGLISH,
                        hcp.given(),
                        clinic.name(),
                        clinic.name(),
                        clinic.solutionName(),
                        Optional.of(baseUrl + "/tasks"),
                        Optional.empty(),
                        Optional.empty())));
  }

  private record Letter(Contact to, MessageFacts facts) {}
}
