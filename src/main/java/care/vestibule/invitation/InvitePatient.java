package care.vestibule.invitation;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patients;
import care.vestibule.identity.Actor;
import care.vestibule.identity.UserState;
import care.vestibule.identity.Users;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Inviting a patient: user, invitation, first link and the news for the process, all or nothing.
 */
@Component
class InvitePatient {

  private final CurrentClinic clinic;
  private final Clinics clinics;
  private final Patients patients;
  private final HealthcareProfessionals professionals;
  private final Users users;
  private final IdempotencyKeys keys;
  private final NewInvitations newInvitations;
  private final InvitationProperties properties;
  private final Clock clock;

  InvitePatient(
      CurrentClinic clinic,
      Clinics clinics,
      Patients patients,
      HealthcareProfessionals professionals,
      Users users,
      IdempotencyKeys keys,
      NewInvitations newInvitations,
      InvitationProperties properties,
      Clock clock) {
    this.clinic = clinic;
    this.clinics = clinics;
    this.patients = patients;
    this.professionals = professionals;
    this.users = users;
    this.keys = keys;
    this.newInvitations = newInvitations;
    this.properties = properties;
    this.clock = clock;
  }

  RequestedInvitation request(
      InvitationRequest request, Optional<String> idempotencyKey, Actor actor) {
    return idempotencyKey
        .map(key -> keys.once(key, request, () -> invite(request, actor)))
        .orElseGet(() -> invite(request, actor));
  }

  private RequestedInvitation invite(InvitationRequest request, Actor actor) {
    var patient =
        patients
            .find(request.patient())
            .orElseThrow(() -> new InvitationRefused(RefusalReason.UNKNOWN_PATIENT));
    requireSender(request);
    if (request.channel() != RequestedChannel.LETTER) {
      requireLinkLife(request);
    }
    var home = clinics.find(clinic.get()).orElseThrow();
    Eligibility.refusalOf(home, patient, request.channel(), LocalDate.now(clock))
        .ifPresent(
            reason -> {
              throw new InvitationRefused(reason);
            });
    switch (request.purpose()) {
      case NEW_USER -> requireNoUser(request);
      case NEW_KEY -> requireUser(request);
    }
    users.createInvited(patient.id());
    return newInvitations.add(
        request.channel() == RequestedChannel.LETTER
            ? request.living(properties.letterLinkLife())
            : request,
        patient,
        actor);
  }

  private void requireSender(InvitationRequest request) {
    if (professionals.find(request.invitedBy()).isEmpty()) {
      throw new InvitationRefused(RefusalReason.UNKNOWN_SENDER);
    }
  }

  private void requireLinkLife(InvitationRequest request) {
    if (request.linkLife().compareTo(properties.shortestLinkLife()) < 0
        || request.linkLife().compareTo(properties.longestLinkLife()) > 0) {
      throw new InvitationRefused(RefusalReason.LINK_LIFE);
    }
  }

  private void requireNoUser(InvitationRequest request) {
    if (isUser(request)) {
      throw new InvitationRefused(RefusalReason.ALREADY_USER);
    }
  }

  private void requireUser(InvitationRequest request) {
    if (!isUser(request)) {
      throw new InvitationRefused(RefusalReason.NO_USER_YET);
    }
  }

  private boolean isUser(InvitationRequest request) {
    return users
        .ofPatient(request.patient())
        .filter(user -> user.state() == UserState.ACTIVE)
        .isPresent();
  }
}
