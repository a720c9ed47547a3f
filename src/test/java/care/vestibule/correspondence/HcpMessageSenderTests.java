package care.vestibule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestType;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.CancelReason;
import care.vestibule.accessrequest.NewAccessRequest;
import care.vestibule.accessrequest.Reminders;
import care.vestibule.accessrequest.RequestAccess;
import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage;
import care.vestibule.monitoring.MovableClock;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** What a mail server does to the mails of doctors, and what becomes of them and of the request. */
@SpringBootTest(
    classes = HcpMessageTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "vestibule.base-url=https://portal.example",
      // Sent when a test says so, not when time has passed.
      "vestibule.tasks.mail-poll=PT24H",
      "vestibule.tasks.digest=-",
      "vestibule.messaging.sender-address=no-reply@portal.example",
      "vestibule.messaging.privacy-officer=" + HcpMessageSenderTests.OFFICER,
      "spring.mail.host=127.0.0.1",
      "spring.mail.properties.mail.smtp.timeout=500"
    })
class HcpMessageSenderTests {

  static final String OFFICER = "officer@clinic.example";

  private final Fixtures fixtures = new Fixtures(TestDatabase.get());

  private final UUID invitation = UUID.randomUUID();

  @Autowired private HealthcareProfessionals professionals;
  @Autowired private RequestAccess questions;
  @Autowired private AccessRequests notifications;
  @Autowired private AccessRequestHistory history;
  @Autowired private StatusChanges transitions;
  @Autowired private Reminders nudges;
  @Autowired private DailyDigest digest;
  @Autowired private HcpMessageSender post;
  @Autowired private MessageHistory messages;
  @Autowired private ScriptedSmtp smtp;
  @Autowired private MovableClock clock;
  @Autowired private CurrentClinic current;
  @Autowired private TransactionTemplate transactions;

  private ClinicId clinic;
  private HealthcareProfessional doctor;
  private HealthcareProfessional deputy;
  private AccessRequest asked;

  @BeforeEach
  void aDoctorIsAsked() {
    clinic = fixtures.aClinic().id();
    doctor = aDoctor();
    deputy = aDoctor();
    asked = ask(doctor);
  }

  @AfterEach
  void everythingWorksAgain() {
    smtp.healed();
    clock.reset();
    TestDatabase.get().jdbc().sql("delete from doctor_mail").update();
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 421 too many connections",
    "CONNECT, ''",
    "MAIL, 451 later",
    "RCPT, 450 busy",
    "DATA, 451 later",
    "., 452 no module",
  })
  void whatNoServerTakesAtFirstIsSentOnceWhenOneDoes(String command, String answer) {
    smtp.answer(command, answer);
    run(() -> nudges.announce(asked));
    post.sendAll();
    assertThat(mailsTo(doctor)).isEmpty();

    smtp.healed();
    laterComes();
    assertThat(mailsTo(doctor)).hasSize(1);
    laterComes();
    run(() -> nudges.announce(asked));
    post.sendAll();

    assertThat(mailsTo(doctor)).hasSize(1);
    assertThat(waiting()).isZero();
    assertThat(fateOf(doctor, asked)).extracting(SentMessage::attempts).isEqualTo(2);
  }

  @Test
  void aServerThatNeverSaysItTookAMailGetsTheSameAgainAndNoThird() {
    smtp.answer(".", "");
    run(() -> nudges.announce(asked));
    post.sendAll();
    smtp.healed();
    laterComes();
    laterComes();

    assertThat(mailsTo(doctor)).hasSize(2);
    assertThat(mailsTo(doctor).stream().map(HcpMessageSenderTests::messageId).distinct())
        .hasSize(1);
  }

  @Test
  void aReminderNobodyCanBeSentStopsNothingAndTheNextOneTakesItsPlace() {
    smtp.answer("CONNECT", "421 later");
    run(() -> nudges.announce(asked));
    for (int reminders = 0; reminders < 3; reminders++) {
      run(() -> nudges.remind(asked.id()));
      post.sendAll();
    }
    assertThat(recorded()).isEqualTo(3);
    assertThat(waiting()).isEqualTo(1);

    smtp.healed();
    laterComes();

    assertThat(mailsTo(doctor)).singleElement().asString().contains("is waiting for your answer");
    assertThat(waiting()).isZero();
  }

  @Test
  void aRequestThatIsAnsweredMeanwhileIsNotReminded() {
    smtp.answer("RCPT", "450 busy");
    run(() -> nudges.remind(asked.id()));
    post.sendAll();
    run(() -> transitions.cancel(asked.id(), CancelReason.TALK_FIRST, "hcp:test"));

    smtp.healed();
    laterComes();

    assertThat(mailsTo(doctor)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void anEscalationReachesWhoeverItWasMeantForOnceEach() {
    smtp.answer("MAIL", "451 later");
    run(() -> nudges.openToDeputies(asked.id()));
    post.sendAll();
    assertThat(mailsTo(deputy)).isEmpty();
    run(() -> nudges.tellPrivacyOfficer(asked.id()));

    smtp.healed();
    laterComes();
    laterComes();

    assertThat(mailsTo(deputy)).hasSize(1);
    assertThat(mailsTo(OFFICER)).hasSize(1);
    assertThat(mailsTo(doctor)).isEmpty();
    assertThat(look().openToDeputies()).isTrue();
  }

  @Test
  void whatIsRefusedForGoodIsRecordedAndNotTriedAgain() {
    smtp.answer("RCPT", "550 unknown");
    run(() -> nudges.announce(asked));
    post.sendAll();

    assertThat(waiting()).isZero();
    var message = fateOf(doctor, asked);
    assertThat(message.fate()).isEqualTo(SentMessage.Fate.REFUSED);
    assertThat(message.reason()).contains(Delivery.Reason.REJECTED);
    smtp.healed();
    run(() -> nudges.announce(asked));
    post.sendAll();
    assertThat(mailsTo(doctor)).isEmpty();
  }

  @Test
  void afterAWeekNobodyTriesAnyMore() {
    smtp.answer("RCPT", "450 busy");
    run(() -> nudges.announce(asked));
    post.sendAll();
    sql("update doctor_mail set requested_at = now() - interval '8 days'");

    smtp.healed();
    laterComes();

    assertThat(mailsTo(doctor)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void theMailOfADayIsTriedAgainOnThatDayAndSentOnce() {
    smtp.answer("DATA", "451 later");
    digest.send();
    post.sendAll();
    assertThat(mailsTo(doctor)).isEmpty();

    smtp.healed();
    laterComes();
    assertThat(mailsTo(doctor)).hasSize(1);
    digest.send();
    post.sendAll();

    assertThat(mailsTo(doctor)).singleElement().asString().contains("Requests wait for you");
    assertThat(mailsTo(deputy)).isEmpty();
  }

  @Test
  void theMailOfADayIsNotSentTheNextDayNorWhenNobodyWaitsAnyMore() {
    smtp.answer("DATA", "451 later");
    digest.send();
    post.sendAll();
    clock.advance(Duration.ofDays(1));
    smtp.healed();
    laterComes();
    assertThat(mailsTo(doctor)).isEmpty();
    assertThat(waiting()).isZero();

    digest.send();
    run(() -> transitions.cancel(asked.id(), CancelReason.TALK_FIRST, "hcp:test"));
    post.sendAll();
    assertThat(mailsTo(doctor)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void oneAddressInTroubleKeepsNoMailFromAnother() {
    var odd = ask(deputy);
    sql(
        """
        insert into doctor_mail (clinic_id, subject, kind, sequence, notification_id, not_before)
        values ('%s', '%s', 'TASK_NEW', 0, '%s', now() - interval '1 hour')
        """
            .formatted(clinic, UUID.randomUUID(), odd.id()));
    run(() -> nudges.announce(asked));
    post.sendAll();

    assertThat(mailsTo(doctor)).hasSize(1);
    assertThat(waiting()).isZero();
  }

  // The mail of a day goes to all clinics of the database: an address nobody else has.
  private HealthcareProfessional aDoctor() {
    var hcp = fixtures.anHcp(clinic);
    var reachable =
        new HealthcareProfessional(
            hcp.id(),
            hcp.clinic(),
            hcp.ref(),
            hcp.title(),
            hcp.family(),
            hcp.given(),
            Optional.of(UUID.randomUUID() + "@clinic.example"),
            hcp.identifiers(),
            hcp.deputyGroup());
    return in(
        () -> {
          professionals.save(reachable);
          return reachable;
        });
  }

  private AccessRequest ask(HealthcareProfessional whom) {
    var patient = fixtures.aPatient(clinic).stored();
    return in(
        () ->
            questions.ask(
                new NewAccessRequest(
                    clinic,
                    AccessRequestType.NEW_USER_OWN_DATA_ACCESS,
                    UUID.randomUUID(),
                    patient.id(),
                    whom.id(),
                    invitation,
                    "0123456789abcdef0123456789abcdef",
                    Duration.ofDays(3),
                    Optional.empty()),
                "process"));
  }

  private AccessRequest look() {
    return in(() -> notifications.find(asked.id()).orElseThrow());
  }

  private long recorded() {
    return in(
        () ->
            history.of(clinic, asked.id()).stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.REMINDED)
                .count());
  }

  private SentMessage fateOf(HealthcareProfessional hcp, AccessRequest about) {
    var subject = ReminderSubject.of(about.id(), hcp.email().orElseThrow());
    return in(() -> messages.of(List.of(subject)).getFirst());
  }

  private void laterComes() {
    sql("update doctor_mail set not_before = now()");
    post.sendAll();
  }

  private long waiting() {
    return TestDatabase.get()
        .jdbc()
        .sql("select count(*) from doctor_mail where clinic_id = :clinic")
        .param("clinic", clinic.value())
        .query(Long.class)
        .single();
  }

  private static void sql(String statement) {
    TestDatabase.get().jdbc().sql(statement).update();
  }

  private List<String> mailsTo(HealthcareProfessional hcp) {
    return mailsTo(hcp.email().orElseThrow());
  }

  private List<String> mailsTo(String address) {
    return smtp.messages().stream()
        .filter(mail -> mail.contains("To: " + address) || mail.contains("<" + address + ">"))
        .toList();
  }

  private static String messageId(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }

  private void run(Runnable work) {
    current.during(clinic, work);
  }

  private <T> T in(Supplier<T> work) {
    return current.during(
        clinic, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}
