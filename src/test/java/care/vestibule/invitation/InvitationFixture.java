package care.vestibule.invitation;

import care.vestibule.correspondence.LinkSender;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.identity.Actor;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Invites patients in tests, and looks after their invitations. */
public final class InvitationFixture {

  private final Invitations invitations;
  private final LinkSender post;
  private final RecordingMessenger messenger;
  private final CurrentClinic clinic;
  private final Fixtures fixtures = new Fixtures(TestDatabase.get());

  InvitationFixture(
      Invitations invitations,
      LinkSender post,
      RecordingMessenger messenger,
      CurrentClinic clinic) {
    this.invitations = invitations;
    this.post = post;
    this.messenger = messenger;
    this.clinic = clinic;
  }

  /** Rows of other modules. */
  public Fixtures fixtures() {
    return fixtures;
  }

  /** A request as a clinic makes most of them. */
  public InvitationRequest requestFor(Patient patient) {
    return requestFor(patient, RequestedChannel.AUTO);
  }

  /** A request for one channel. */
  public InvitationRequest requestFor(Patient patient, RequestedChannel wish) {
    HcpId doctor = fixtures.anHcp(patient.clinic()).id();
    return new InvitationRequest(
        patient.id(), doctor, wish, Duration.ofHours(1), InvitationPurpose.NEW_USER);
  }

  /** Asks for an invitation. */
  public RequestedInvitation request(
      ClinicId home, InvitationRequest request, Optional<String> key) {
    return at(home, () -> invitations.request(request, key, system(home)));
  }

  /** An invitation nobody was told of yet. */
  public Invitation requested(Patient patient) {
    return request(patient.clinic(), requestFor(patient), Optional.empty()).invitation();
  }

  /** An invitation that was sent. */
  public Invitation sent(Patient patient) {
    var invitation = requested(patient);
    send(invitation);
    return look(invitation);
  }

  /** An adult's invitation that was sent to one e-mail address and needs no code. */
  public Invitation sent() {
    return sent(fixtures.aPatient(aClinic().id()).stored());
  }

  /** A patient who is reached by e-mail first and by SMS too. */
  public Patient aPatientWithTwoContacts() {
    var name = UUID.randomUUID();
    return fixtures
        .aPatient(aClinic().id())
        .reachedBy(
            new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, name + "@patient.example", true),
            new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, "+49170" + name, false))
        .stored();
  }

  /** A clinic that wants a second factor where there can be one. */
  public Clinic aClinic() {
    return fixtures.aClinic();
  }

  /** Does what the worker does. */
  public void send(Invitation invitation) {
    at(
        invitation.clinic(),
        () -> {
          post.sendInvitation(invitation.id());
          return invitation;
        });
  }

  /** The browser of a patient who opened the newest link that went to an address. */
  public PatientBrowser guestOf(Contact contact) {
    return messenger.to(contact.value()).stream()
        .flatMap(message -> message.facts().link().stream())
        .reduce((older, newer) -> newer)
        .map(PatientBrowser::new)
        .orElseThrow(() -> new AssertionError("No link was sent there"));
  }

  /** The browser of the patient of an invitation. */
  public PatientBrowser guestOf(Invitation invitation) {
    return guestOf(patientOf(invitation).contacts().getFirst());
  }

  /** The invitation as it stands now. */
  public Invitation look(Invitation invitation) {
    return at(invitation.clinic(), () -> invitations.find(invitation.id()).orElseThrow());
  }

  /** Does something for a clinic. */
  public <T> T at(ClinicId home, Supplier<T> work) {
    return clinic.during(home, work);
  }

  /** The clinic's own system. */
  public Actor system(ClinicId home) {
    return new Actor.ClinicSystem(home, new UUID(0, 1));
  }

  /** Lets the link in hand run out. */
  public void outliveLink(Invitation invitation) {
    asSuperuser(
        "update invitation_link set expires_at = now() - interval '1 second' where invitation_id = '"
            + invitation.id()
            + "' and state = 'LIVE'");
  }

  /** Lets so much time pass since the last reminder that the next one may go. */
  public void forgetLastReminder(Invitation invitation) {
    asSuperuser(
        "update invitation set last_reminded_at = last_reminded_at - interval '1 day' where id = '"
            + invitation.id()
            + "'");
  }

  /** Lets the whole invitation run out after so many milliseconds. */
  public void outlive(Invitation invitation, int milliseconds) {
    asSuperuser(
        "update invitation set expires_at = clock_timestamp() + interval '"
            + milliseconds
            + " milliseconds' where id = '"
            + invitation.id()
            + "'");
  }

  /** The patient of an invitation. */
  public Patient patientOf(Invitation invitation) {
    return fixtures.in(
        invitation.clinic(),
        () -> new Patients(TestDatabase.get().jdbc()).find(invitation.patient()).orElseThrow());
  }

  private static void asSuperuser(String sql) {
    try (var connection = TestDatabase.get().superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
