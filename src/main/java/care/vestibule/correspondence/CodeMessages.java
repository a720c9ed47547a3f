package care.vestibule.correspondence;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Patients;
import care.vestibule.enrolment.CodeContext;
import care.vestibule.enrolment.CodeRequests;
import care.vestibule.enrolment.CodeRequests.CodeRequest;
import care.vestibule.enrolment.DeskCodes.OneTimeCode;
import care.vestibule.enrolment.EnrolmentCodes;
import care.vestibule.enrolment.SecondFactor;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationLinks;
import care.vestibule.invitation.InvitationProperties;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes codes and the messages with them; the digits live only as long as the message. */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class CodeMessages {

  private static final int ATTEMPTS = 5;

  private final CodeRequests requests;
  private final EnrolmentCodes codes;
  private final InvitationReader stored;
  private final InvitationLinks links;
  private final Patients patients;
  private final SecondFactor secondFactor;
  private final PatientMessageTexts letters;
  private final InvitationProperties properties;
  private final Pepper pepper;
  private final SecureRandom random;

  CodeMessages(
      CodeRequests requests,
      EnrolmentCodes codes,
      InvitationReader stored,
      InvitationLinks links,
      Patients patients,
      SecondFactor secondFactor,
      PatientMessageTexts letters,
      InvitationProperties properties,
      Pepper pepper,
      SecureRandom random) {
    this.requests = requests;
    this.codes = codes;
    this.stored = stored;
    this.links = links;
    this.patients = patients;
    this.secondFactor = secondFactor;
    this.letters = letters;
    this.properties = properties;
    this.pepper = pepper;
    this.random = random;
  }

  Optional<CodeRequest> next() {
    return requests.take();
  }

  /** Nothing if the code is not wanted any more. */
  Optional<PatientMessage> compose(CodeRequest request) {
    return codes
        .invitationOf(request.id())
        .filter(id -> request.attempt() <= ATTEMPTS)
        .flatMap(stored::find)
        .filter(Invitation::isLive)
        .flatMap(invitation -> compose(request, invitation));
  }

  private Optional<PatientMessage> compose(CodeRequest request, Invitation invitation) {
    return links
        .find(invitation.id(), invitation.generation())
        .flatMap(link -> secondFactor.contactFor(invitation, link))
        .map(
            to -> {
              var code = OneTimeCode.random(random, properties.code().life());
              codes.store(request.id(), hash(request.id(), code), code.life());
              var patient = patients.find(invitation.patient()).orElseThrow();
              return letters.withCode(
                  request.id(), request.attempt(), invitation, patient, to, code);
            });
  }

  void done(UUID id) {
    requests.done(id);
  }

  private byte[] hash(UUID id, OneTimeCode code) {
    return pepper.hash(code.digits().getBytes(StandardCharsets.UTF_8), CodeContext.of(id));
  }
}
