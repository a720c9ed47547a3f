package care.vestibule.notification;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a professional is mailed about a request; names no patient. */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class NudgeMail {

  private final MailRequests requests;
  private final Notifications notifications;
  private final HealthcareProfessionals professionals;
  private final Clinics clinics;
  private final String baseUrl;
  private final Optional<String> privacyOfficer;

  NudgeMail(
      MailRequests requests,
      Notifications notifications,
      HealthcareProfessionals professionals,
      Clinics clinics,
      @Value("${vestibule.base-url}") String baseUrl,
      @Value("${vestibule.messaging.privacy-officer:}") String privacyOfficer) {
    this.requests = requests;
    this.notifications = notifications;
    this.professionals = professionals;
    this.clinics = clinics;
    this.baseUrl = baseUrl;
    this.privacyOfficer = Optional.of(privacyOfficer).filter(address -> !address.isBlank());
  }

  /**
   * Has a mail sent to whoever has an address: to the professional who was asked, an escalation to
   * those who may stand in, a second one to the privacy officer too.
   *
   * @param sequence which message of its kind it is, from 1
   */
  void order(Notification notification, MessageKind kind, int sequence) {
    for (var letter : letters(notification, kind, sequence)) {
      requests.order(notification.clinic(), letter.key(), Optional.of(notification.id()));
    }
  }

  /** The mail of that key, unless the request is answered or the addressee is gone meanwhile. */
  Optional<DoctorLetter> letter(NotificationId about, MessageKey key) {
    return notifications
        .find(about)
        .filter(request -> request.isOpen() && notifications.decisionOn(about).isEmpty())
        .flatMap(
            request ->
                letters(request, key.kind(), key.sequence()).stream()
                    .filter(letter -> letter.key().equals(key))
                    .findFirst());
  }

  private List<DoctorLetter> letters(Notification notification, MessageKind kind, int sequence) {
    var asked = professionals.find(notification.hcp()).orElseThrow();
    var addressees =
        kind == MessageKind.TASK_ESCALATED
            ? Stream.concat(deputiesOf(asked), officer(sequence))
            : Stream.of(asked).flatMap(NudgeMail::addressee);
    return addressees.map(to -> letter(notification, asked, kind, sequence, to)).toList();
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

  private DoctorLetter letter(
      Notification notification,
      HealthcareProfessional asked,
      MessageKind kind,
      int sequence,
      Addressee to) {
    var clinic = clinics.find(notification.clinic()).orElseThrow();
    return new DoctorLetter(
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
}
