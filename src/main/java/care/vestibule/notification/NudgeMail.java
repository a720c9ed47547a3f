package care.vestibule.notification;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.Messenger;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final Optional<String> privacyOfficer;

  NudgeMail(
      Messenger messenger,
      HealthcareProfessionals professionals,
      Clinics clinics,
      TransactionTemplate transactions,
      @Value("${vestibule.base-url}") String baseUrl,
      @Value("${vestibule.messaging.privacy-officer:}") String privacyOfficer) {
    this.messenger = messenger;
    this.professionals = professionals;
    this.clinics = clinics;
    this.transactions = transactions;
    this.baseUrl = baseUrl;
    this.privacyOfficer = Optional.of(privacyOfficer).filter(address -> !address.isBlank());
  }

  /**
   * Sends to whoever has an address: to the professional who was asked, an escalation to those who
   * may stand in, a second one to the privacy officer too. That a mail fails never stops a process.
   *
   * @param sequence which message of its kind it is, from 1
   */
  void send(Notification notification, MessageKind kind, int sequence) {
    for (var letter : letters(notification, kind, sequence)) {
      try {
        messenger.send(letter.key(), letter.to(), letter.facts());
      } catch (RuntimeException e) {
        // One address in trouble does not keep the mail from the others.
        LOG.warn("No {} for {}: {}", kind, notification.id(), e.getClass().getSimpleName());
      }
    }
  }

  private List<Letter> letters(Notification notification, MessageKind kind, int sequence) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var asked = professionals.find(notification.hcp()).orElseThrow();
              var addressees =
                  kind == MessageKind.TASK_ESCALATED
                      ? Stream.concat(deputiesOf(asked), officer(sequence))
                      : Stream.of(asked).flatMap(NudgeMail::addressee);
              return addressees.map(to -> letter(notification, asked, kind, sequence, to)).toList();
            }));
  }

  private Stream<Addressee> deputiesOf(HealthcareProfessional asked) {
    return professionals.all().stream()
        .filter(other -> other.deputyGroup().equals(asked.deputyGroup()))
        .filter(other -> !other.id().equals(asked.id()))
        .flatMap(NudgeMail::addressee);
  }

  private Stream<Addressee> officer(int sequence) {
    return sequence < 2
        ? Stream.empty()
        : privacyOfficer.map(address -> new Addressee("", address)).stream();
  }

  private static Stream<Addressee> addressee(HealthcareProfessional hcp) {
    return hcp.email().map(address -> new Addressee(hcp.given(), address)).stream();
  }

  private Letter letter(
      Notification notification,
      HealthcareProfessional asked,
      MessageKind kind,
      int sequence,
      Addressee to) {
    var clinic = clinics.find(notification.clinic()).orElseThrow();
    return new Letter(
        new MessageKey(
            NudgeSubject.of(notification.id(), to.address()), 0, Channel.EMAIL, kind, sequence),
        new Contact(Contact.Kind.EMAIL, Contact.Use.WORK, to.address(), true),
        new MessageFacts(
            kind,
            Locale.ENGLISH,
            to.given(),
            asked.displayName(),
            clinic.name(),
            clinic.solutionName(),
            Optional.of(baseUrl + "/tasks"),
            Optional.empty(),
            Optional.empty()));
  }

  private record Addressee(String given, String address) {}

  private record Letter(MessageKey key, Contact to, MessageFacts facts) {}
}
