package care.vestibule.correspondence;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patient;
import care.vestibule.enrolment.DeskCodes.OneTimeCode;
import care.vestibule.invitation.ContactChoice;
import care.vestibule.invitation.Invitation;
import care.vestibule.messaging.MessageAccount;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.paper.PaperLetter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the messages about an invitation, in the patient's language. */
@Component
class PatientMessageTexts {

  private final Clinics clinics;
  private final HealthcareProfessionals professionals;

  PatientMessageTexts(Clinics clinics, HealthcareProfessionals professionals) {
    this.clinics = clinics;
    this.professionals = professionals;
  }

  PatientMessage withLink(
      MessageKind kind,
      int sequence,
      Invitation invitation,
      Patient patient,
      Contact to,
      String url,
      Optional<Duration> validity) {
    return letter(
        key(invitation.id().value(), invitation.generation(), kind, sequence, to),
        invitation,
        patient,
        to,
        Optional.of(url),
        validity,
        Optional.empty());
  }

  /** A message that leads nowhere. */
  PatientMessage plain(
      MessageKind kind, int sequence, Invitation invitation, Patient patient, Contact to) {
    return letter(
        key(invitation.id().value(), 0, kind, sequence, to),
        invitation,
        patient,
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A message with the address of a page that is the same for everybody, whatever link is valid.
   */
  PatientMessage toPage(
      MessageKind kind,
      int sequence,
      Invitation invitation,
      Patient patient,
      Contact to,
      String page) {
    return letter(
        key(invitation.id().value(), 0, kind, sequence, to),
        invitation,
        patient,
        to,
        Optional.of(page),
        Optional.empty(),
        Optional.empty());
  }

  /** A code; each attempt is a message of its own, for each carries another code. */
  PatientMessage withCode(
      UUID id, int attempt, Invitation invitation, Patient patient, Contact to, OneTimeCode code) {
    return letter(
        key(id, 0, MessageKind.CODE, attempt, to),
        invitation,
        patient,
        to,
        Optional.empty(),
        Optional.of(code.life()),
        Optional.of(code.digits()));
  }

  /** The link on paper, for a window envelope. */
  PaperLetter onPaper(
      Invitation invitation,
      Patient patient,
      Optional<String> proxy,
      String url,
      Duration validity) {
    return new PaperLetter(
        facts(
            MessageKind.INVITATION,
            invitation,
            patient,
            proxy,
            Optional.of(url),
            Optional.of(validity),
            Optional.empty()),
        proxy.filter(name -> !name.isEmpty()).orElse(patient.displayName()),
        patient.address().stream()
            .flatMap(
                address ->
                    Stream.of(
                        address.street(),
                        (address.postalCode() + " " + address.city()).strip(),
                        address.country()))
            .filter(line -> !line.isBlank())
            .toList());
  }

  private PatientMessage letter(
      MessageKey key,
      Invitation invitation,
      Patient patient,
      Contact to,
      Optional<String> link,
      Optional<Duration> validity,
      Optional<String> code) {
    var facts = facts(key.kind(), invitation, patient, to.proxy(), link, validity, code);
    return new PatientMessage(key, to, facts, accounts(invitation));
  }

  private MessageFacts facts(
      MessageKind kind,
      Invitation invitation,
      Patient patient,
      Optional<String> proxy,
      Optional<String> link,
      Optional<Duration> validity,
      Optional<String> code) {
    var clinic = clinics.find(invitation.clinic()).orElseThrow();
    var sender =
        professionals
            .find(invitation.invitedBy())
            .map(HealthcareProfessional::displayName)
            .orElse(clinic.name());
    return new MessageFacts(
        kind,
        patient.locale(),
        proxy.orElse(patient.given()),
        sender,
        clinic.name(),
        clinic.solutionName(),
        link,
        validity,
        code,
        proxy.map(name -> patient.given()));
  }

  private static Set<MessageAccount> accounts(Invitation invitation) {
    return Set.of(
        new MessageAccount(MessageAccount.Kind.INVITATION, invitation.id().value()),
        new MessageAccount(MessageAccount.Kind.PATIENT, invitation.patient().value()),
        new MessageAccount(MessageAccount.Kind.DOCTOR, invitation.invitedBy().value()));
  }

  private static MessageKey key(
      UUID subject, int generation, MessageKind kind, int sequence, Contact to) {
    return new MessageKey(subject, generation, ContactChoice.channelOf(to), kind, sequence);
  }
}
