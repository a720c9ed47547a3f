package care.vestibule.correspondence;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.HcpReminder;
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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a professional is mailed about a request; names no patient. */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class ReminderMessages {

  private final HcpMessageRequests requests;
  private final AccessRequests notifications;
  private final HealthcareProfessionals professionals;
  private final Clinics clinics;
  private final String baseUrl;
  private final Optional<String> privacyOfficer;

  ReminderMessages(
      HcpMessageRequests requests,
      AccessRequests notifications,
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
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void order(HcpReminder reminder) {
    var request = reminder.request();
    for (var message : letters(request, reminder.kind(), reminder.sequence())) {
      requests.order(request.clinic(), message.key(), Optional.of(request.id()));
    }
  }

  /** The mail of that key, unless the request is answered or the addressee is gone meanwhile. */
  Optional<HcpMessage> letter(AccessRequestId about, MessageKey key) {
    return notifications
        .find(about)
        .filter(request -> request.isOpen() && notifications.decisionOn(about).isEmpty())
        .flatMap(
            request ->
                letters(request, key.kind(), key.sequence()).stream()
                    .filter(letter -> letter.key().equals(key))
                    .findFirst());
  }

  private List<HcpMessage> letters(AccessRequest notification, MessageKind kind, int sequence) {
    var asked = professionals.find(notification.hcp()).orElseThrow();
    var addressees =
        kind == MessageKind.TASK_ESCALATED
            ? Stream.concat(deputiesOf(asked), officer(sequence))
            : Stream.of(asked).flatMap(ReminderMessages::addressee);
    return addressees.map(to -> letter(notification, asked, kind, sequence, to)).toList();
  }

  private Stream<Addressee> deputiesOf(HealthcareProfessional asked) {
    return professionals.all().stream()
        .filter(other -> other.deputyGroup().equals(asked.deputyGroup()))
        .filter(other -> !other.id().equals(asked.id()))
        .flatMap(ReminderMessages::addressee);
  }

  private Stream<Addressee> officer(int sequence) {
    return sequence < 2
        ? Stream.empty()
        : privacyOfficer.map(address -> new Addressee("", address)).stream();
  }

  private static Stream<Addressee> addressee(HealthcareProfessional hcp) {
    return hcp.email().map(address -> new Addressee(hcp.given(), address)).stream();
  }

  private HcpMessage letter(
      AccessRequest notification,
      HealthcareProfessional asked,
      MessageKind kind,
      int sequence,
      Addressee to) {
    var clinic = clinics.find(notification.clinic()).orElseThrow();
    return new HcpMessage(
        new MessageKey(
            ReminderSubject.of(notification.id(), to.address()), 0, Channel.EMAIL, kind, sequence),
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
