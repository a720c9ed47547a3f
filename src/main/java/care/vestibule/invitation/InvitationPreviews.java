package care.vestibule.invitation;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.identity.UserState;
import care.vestibule.identity.Users;
import care.vestibule.messaging.Channel;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Foretells what {@link Invitations#request} would answer, for people who have to choose. */
@Component
@Transactional(readOnly = true)
public class InvitationPreviews {

  private final CurrentClinic clinic;
  private final Clinics clinics;
  private final Users users;
  private final InvitationReader stored;
  private final Clock clock;
  private final ContactChoices choices;

  InvitationPreviews(
      CurrentClinic clinic,
      Clinics clinics,
      Users users,
      InvitationReader stored,
      Clock clock,
      ContactChoices choices) {
    this.clinic = clinic;
    this.clinics = clinics;
    this.users = users;
    this.stored = stored;
    this.clock = clock;
    this.choices = choices;
  }

  /** Whether and how the patient could be invited now. */
  public InvitationPreview of(Patient patient) {
    var contacts = choices.of(patient).inOrder(RequestedChannel.AUTO);
    return new InvitationPreview(
        patient,
        refusalOf(patient),
        contacts.stream().map(contact -> way(contact, contacts)).toList(),
        stored.latestOf(patient.id()));
  }

  private Optional<RefusalReason> refusalOf(Patient patient) {
    var home = clinics.find(clinic.get()).orElseThrow();
    return Eligibility.refusalOf(home, patient, RequestedChannel.AUTO, LocalDate.now(clock))
        .or(
            () ->
                users
                    .ofPatient(patient.id())
                    .filter(user -> user.state() == UserState.ACTIVE)
                    .map(user -> RefusalReason.ALREADY_USER));
  }

  private static InvitationContact way(Contact contact, List<Contact> contacts) {
    var channel = ContactChoice.channelOf(contact);
    if (!contact.equals(contacts.getFirst())) {
      return new InvitationContact(channel, contact, InvitationContact.Why.NEXT);
    }
    if (contact.preferred()) {
      return new InvitationContact(channel, contact, InvitationContact.Why.PREFERRED);
    }
    return new InvitationContact(
        channel,
        contact,
        contacts.size() == 1 ? InvitationContact.Why.ONLY_CHANNEL : InvitationContact.Why.FIRST);
  }

  /**
   * By which contact a patient would be invited.
   *
   * @param why what decided for it
   */
  public record InvitationContact(Channel channel, Contact contact, Why why) {

    /** What decides for a contact. */
    public enum Why {
      /** The patient likes it best. */
      PREFERRED,
      /** There is none of the other channel. */
      ONLY_CHANNEL,
      /** Nothing is preferred, and it belongs to the home or stands first in the record. */
      FIRST,
      /** It is the one to try if another channel does not take the message. */
      NEXT
    }
  }
}
