package care.vestibule.correspondence;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a professional for whom somebody waits is mailed once a day; names no patient.
 *
 * <p>The day is part of the message's key, so that several agents and restarts send one.
 */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class DigestMessages {

  private final HcpMessageRequests requests;
  private final HcpsWithOpenRequests waitedFor;
  private final HealthcareProfessionals professionals;
  private final Clinics clinics;
  private final Clock clock;
  private final String baseUrl;

  DigestMessages(
      HcpMessageRequests requests,
      HcpsWithOpenRequests waitedFor,
      HealthcareProfessionals professionals,
      Clinics clinics,
      Clock clock,
      @Value("${vestibule.base-url}") String baseUrl) {
    this.requests = requests;
    this.waitedFor = waitedFor;
    this.professionals = professionals;
    this.clinics = clinics;
    this.clock = clock;
    this.baseUrl = baseUrl;
  }

  /** Has today's mails of a clinic, the current one, sent. */
  void order(ClinicId clinic) {
    for (var hcp : waitedFor.professionals()) {
      requests.order(clinic, keyOf(hcp), Optional.empty());
    }
  }

  /** The mail of that key, unless its day is over or nobody waits for the addressee any more. */
  Optional<HcpMessage> letter(ClinicId clinic, MessageKey key) {
    var hcp = new HcpId(key.subject());
    return keyOf(hcp).equals(key) && waitedFor.includes(hcp)
        ? professionals.find(hcp).flatMap(found -> letter(clinic, key, found))
        : Optional.empty();
  }

  private MessageKey keyOf(HcpId hcp) {
    var day = Math.toIntExact(LocalDate.now(clock).toEpochDay());
    return new MessageKey(hcp.value(), 0, Channel.EMAIL, MessageKind.TASK_DIGEST, day);
  }

  private Optional<HcpMessage> letter(ClinicId home, MessageKey key, HealthcareProfessional hcp) {
    var clinic = clinics.find(home).orElseThrow();
    return hcp.email()
        .map(
            address ->
                new HcpMessage(
                    key,
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
}
