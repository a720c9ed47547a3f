package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Invites on the whole way of a message, and does what the worker does. */
final class Sender {

  private final Invitations invitations;
  private final InvitationPost post;
  private final Postponement postponement;
  private final LinkPost linkPost;
  private final CurrentClinic clinic;
  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final Random random = new Random();

  Sender(
      Invitations invitations,
      InvitationPost post,
      Postponement postponement,
      LinkPost linkPost,
      CurrentClinic clinic) {
    this.invitations = invitations;
    this.post = post;
    this.postponement = postponement;
    this.linkPost = linkPost;
    this.clinic = clinic;
  }

  Contact anEmail(boolean preferred) {
    var address = "p" + UUID.randomUUID() + "@patient.example";
    return new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, preferred);
  }

  Contact aMobile(boolean preferred) {
    var number = "+4915123" + (100_000 + random.nextInt(900_000));
    return new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, preferred);
  }

  Patient aPatientWith(Contact... contacts) {
    return aPatientOf(fixtures.aClinic().id(), contacts);
  }

  Patient aPatientOf(ClinicId home, Contact... contacts) {
    return fixtures.aPatient(home).reachedBy(contacts).stored();
  }

  Invitation invite(Patient patient) {
    return invite(patient, ChannelWish.AUTO);
  }

  Invitation invite(Patient patient, ChannelWish wish) {
    var doctor = fixtures.anHcp(patient.clinic()).id();
    var request =
        new InvitationRequest(
            patient.id(), doctor, wish, Duration.ofHours(1), InvitationPurpose.NEW_USER);
    return clinic.during(
        patient.clinic(),
        () ->
            invitations.request(request, Optional.empty(), system(patient.clinic())).invitation());
  }

  void withdraw(Invitation invitation) {
    clinic.during(
        invitation.clinic(),
        () -> invitations.withdraw(invitation.id(), false, system(invitation.clinic())));
  }

  void resend(Invitation invitation) {
    clinic.during(
        invitation.clinic(),
        () -> invitations.resend(invitation.id(), system(invitation.clinic())));
  }

  /** Does what the worker does. */
  void send(Invitation invitation) {
    clinic.during(
        invitation.clinic(),
        () ->
            postponement.sendNowOrLater(
                invitation.id(), () -> post.sendInvitation(invitation.id())));
  }

  /** The moment has come at which a message that could not be sent is tried again. */
  void laterComes(Invitation invitation) {
    TestDatabase.get()
        .jdbc()
        .sql("update link_request set not_before = now() where id = :id")
        .param("id", invitation.id().value())
        .update();
    linkPost.sendAll();
  }

  Invitation look(Invitation invitation) {
    return clinic.during(
        invitation.clinic(), () -> invitations.find(invitation.id()).orElseThrow());
  }

  InvitationState stateOf(Invitation invitation) {
    return clinic.during(
        invitation.clinic(), () -> invitations.find(invitation.id()).orElseThrow().state());
  }

  private static Actor system(care.vestibule.tenancy.ClinicId home) {
    return new Actor.ClinicSystem(home, new UUID(0, 1));
  }
}
