package care.vestibule.invitation;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.identity.UserState;
import care.vestibule.identity.Users;
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
public class Prospects {

  private final CurrentClinic clinic;
  private final Clinics clinics;
  private final Users users;
  private final StoredInvitations stored;
  private final Clock clock;
  private final ContactChoices choices;

  Prospects(
      CurrentClinic clinic,
      Clinics clinics,
      Users users,
      StoredInvitations stored,
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
  public Prospect of(Patient patient) {
    var contacts = choices.of(patient).inOrder(ChannelWish.AUTO);
    return new Prospect(
        patient,
        refusalOf(patient),
        contacts.stream().map(contact -> way(contact, contacts)).toList(),
        stored.latestOf(patient.id()));
  }

  private Optional<Refusal> refusalOf(Patient patient) {
    var home = clinics.find(clinic.get()).orElseThrow();
    return Eligibility.refusalOf(home, patient, ChannelWish.AUTO, LocalDate.now(clock))
        .or(
            () ->
                users
                    .ofPatient(patient.id())
                    .filter(user -> user.state() == UserState.ACTIVE)
                    .map(user -> Refusal.ALREADY_USER));
  }

  private static Way way(Contact contact, List<Contact> contacts) {
    var channel = ContactChoice.channelOf(contact);
    if (!contact.equals(contacts.getFirst())) {
      return new Way(channel, contact, Way.Why.NEXT);
    }
    if (contact.preferred()) {
      return new Way(channel, contact, Way.Why.PREFERRED);
    }
    return new Way(channel, contact, contacts.size() == 1 ? Way.Why.ONLY_CHANNEL : Way.Why.FIRST);
  }
}
