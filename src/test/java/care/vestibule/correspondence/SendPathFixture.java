package care.vestibule.correspondence;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationRequest;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Invites on the whole way of a message, and does what the worker does. */
public final class SendPathFixture {

  private final Invitations invitations;
  private final LinkSender post;
  private final LinkRetry postponement;
  private final KeyRenewalLinkSender linkPost;
  private final CurrentClinic clinic;
  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final Random random = new Random();

  SendPathFixture(
      Invitations invitations,
      LinkSender post,
      LinkRetry postponement,
      KeyRenewalLinkSender linkPost,
      CurrentClinic clinic) {
    this.invitations = invitations;
    this.post = post;
    this.postponement = postponement;
    this.linkPost = linkPost;
    this.clinic = clinic;
  }

  public Contact anEmail(boolean preferred) {
    var address = "p" + UUID.randomUUID() + "@patient.example";
    return new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, preferred);
  }

  Contact aMobile(boolean preferred) {
    var number = "+4915123" + (100_000 + random.nextInt(900_000));
    return new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, preferred);
  }

  public Patient aPatientWith(Contact... contacts) {
    return aPatientOf(fixtures.aClinic().id(), contacts);
  }

  public Patient aPatientOf(ClinicId home, Contact... contacts) {
    return fixtures.aPatient(home).reachedBy(contacts).stored();
  }

  public Invitation invite(Patient patient) {
    return invite(patient, RequestedChannel.AUTO);
  }

  public Invitation invite(Patient patient, RequestedChannel wish) {
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
  public void send(Invitation invitation) {
    clinic.during(
        invitation.clinic(),
        () ->
            postponement.sendNowOrLater(
                invitation.id(), () -> post.sendInvitation(invitation.id())));
  }

  /** The moment has come at which a message that could not be sent is tried again. */
  public void laterComes(Invitation invitation) {
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

  public InvitationState stateOf(Invitation invitation) {
    return clinic.during(
        invitation.clinic(), () -> invitations.find(invitation.id()).orElseThrow().state());
  }

  private static Actor system(care.vestibule.tenancy.ClinicId home) {
    return new Actor.ClinicSystem(home, new UUID(0, 1));
  }
}
