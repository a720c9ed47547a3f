package care.vestibule.desk.web;

import care.vestibule.correspondence.LinkSender;
import care.vestibule.directory.Contact;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.identity.Actor;
import care.vestibule.identity.StaffAccounts;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationRequest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.process.BusinessFailure;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Opens desks of clinics, and does what happens behind them. */
final class DeskFixture {

  static final String PASSWORD = "correct-horse-battery";

  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final StaffAccounts accounts;
  private final Invitations invitations;
  private final LinkSender post;
  private final CurrentClinic current;
  private final ServletWebServerApplicationContext server;

  DeskFixture(
      StaffAccounts accounts,
      Invitations invitations,
      LinkSender post,
      CurrentClinic current,
      ServletWebServerApplicationContext server) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.post = post;
    this.current = current;
    this.server = server;
  }

  Fixtures fixtures() {
    return fixtures;
  }

  /** Somebody at the desk of that clinic, signed in. */
  DeskBrowser clerkOf(ClinicId clinic) {
    var username = "desk-" + UUID.randomUUID().toString().substring(0, 8);
    var id = accounts.createDesk(clinic, username, PASSWORD);
    var clerk = new DeskBrowser(port(), "desk:" + id);
    clerk.signIn(username, PASSWORD);
    return clerk;
  }

  /** A doctor of that clinic, signed in. */
  DeskBrowser doctorOf(ClinicId clinic) {
    var username = "doctor-" + UUID.randomUUID().toString().substring(0, 8);
    var hcp = fixtures.anHcp(clinic).id();
    accounts.createDoctor(clinic, hcp, username, PASSWORD);
    var doctor = new DeskBrowser(port(), "hcp:" + hcp);
    doctor.signIn(username, PASSWORD);
    return doctor;
  }

  private int port() {
    return Objects.requireNonNull(server.getWebServer()).getPort();
  }

  static Contact email(String address) {
    return new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, true);
  }

  static Contact mobile(String number) {
    return new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, false);
  }

  Patient aPatient(ClinicId clinic, Contact... contacts) {
    return fixtures.aPatient(clinic).reachedBy(contacts).stored();
  }

  /** An invitation whose message was handed to the porter, whatever came of it. */
  Invitation invited(Patient patient) {
    var home = patient.clinic();
    HcpId doctor = fixtures.anHcp(home).id();
    var request =
        new InvitationRequest(
            patient.id(),
            doctor,
            RequestedChannel.AUTO,
            Duration.ofHours(1),
            InvitationPurpose.NEW_USER);
    var system = new Actor.ClinicSystem(home, new UUID(0, 1));
    var made = current.during(home, () -> invitations.request(request, Optional.empty(), system));
    work(made.invitation());
    return look(made.invitation());
  }

  /** Does what the workers do next. */
  void work(Invitation invitation) {
    try {
      current.during(invitation.clinic(), () -> post.sendInvitation(invitation.id()));
    } catch (BusinessFailure | NotSentYet toldTheEngine) {
      // The engine would know what to do: the desk's task, or another attempt.
    }
  }

  Invitation look(Invitation invitation) {
    return current.during(
        invitation.clinic(), () -> invitations.find(invitation.id()).orElseThrow());
  }

  Optional<Invitation> latestOf(Patient patient) {
    return current.during(patient.clinic(), () -> invitations.latestOf(patient.id()));
  }

  Patient look(Patient patient) {
    return fixtures.in(
        patient.clinic(),
        () -> new Patients(TestDatabase.get().jdbc()).find(patient.id()).orElseThrow());
  }

  /** What was done to an invitation by that actor, in order. */
  List<String> audited(Invitation invitation, String actor) {
    return fixtures.in(
        invitation.clinic(),
        () ->
            TestDatabase.get()
                .jdbc()
                .sql(
                    """
                    select action from audit_event
                     where subject = :subject and actor = :actor order by position
                    """)
                .param("subject", "invitation:" + invitation.id())
                .param("actor", actor)
                .query(String.class)
                .list());
  }
}
