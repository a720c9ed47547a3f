package care.vestibule.enrolment;

import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.ContactChoices;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationLink;
import care.vestibule.invitation.RequestedChannel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a link needs a code, and where that code goes: never the way the link went. */
@Component
public class SecondFactor {

  private final Clinics clinics;
  private final Patients patients;
  private final ContactChoices choices;

  SecondFactor(Clinics clinics, Patients patients, ContactChoices choices) {
    this.clinics = clinics;
    this.patients = patients;
    this.choices = choices;
  }

  /** The contact that gets the code; nothing if no code is needed. */
  public Optional<Contact> contactFor(Invitation invitation, InvitationLink link) {
    if (!clinics.find(invitation.clinic()).orElseThrow().secondFactor()) {
      return Optional.empty();
    }
    var choice = choices.of(patients.find(invitation.patient()).orElseThrow());
    // Every contact is another way than paper.
    return invitation.wish() == RequestedChannel.LETTER
        ? choice.contacts().stream().findFirst()
        : link.channel().flatMap(choice::apartFrom);
  }
}
