package care.vestibule.monitoring;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestProblem;
import care.vestibule.accessrequest.AccessRequestType;
import care.vestibule.accessrequest.NewAccessRequest;
import care.vestibule.accessrequest.RequestAccess;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.correspondence.HcpMessageKeys;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.StaffAccounts;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a test needs done in a clinic before operations looks at it. */
public final class MonitoringFixture {

  /** The password of everybody here. */
  public static final String PASSWORD = "correct-horse-battery";

  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final StaffAccounts accounts;
  private final RequestAccess questions;
  private final HcpMessageKeys mails;
  private final AuditLog audit;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;

  /** Works through Vestibule's own doors. */
  public MonitoringFixture(
      StaffAccounts accounts,
      RequestAccess questions,
      HcpMessageKeys mails,
      AuditLog audit,
      CurrentClinic current,
      TransactionTemplate transactions,
      JdbcClient jdbc) {
    this.accounts = accounts;
    this.questions = questions;
    this.mails = mails;
    this.audit = audit;
    this.current = current;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** A new clinic. */
  public ClinicId aClinic() {
    return fixtures.aClinic().id();
  }

  /** A professional without a key. */
  public HcpId aDoctor(ClinicId clinic) {
    return fixtures.anHcp(clinic).id();
  }

  /** An account for operations; its user name. */
  public String operationsOf(ClinicId clinic) {
    var username = "operations." + UUID.randomUUID();
    accounts.createOperations(clinic, username, PASSWORD);
    return username;
  }

  /** An account for a doctor; its user name. */
  public String doctorOf(ClinicId clinic) {
    var username = "doctor." + UUID.randomUUID();
    accounts.createDoctor(clinic, aDoctor(clinic), username, PASSWORD);
    return username;
  }

  /** A doctor is asked, which may have a problem. */
  public AccessRequest asked(
      ClinicId clinic, HcpId doctor, UUID invitation, Optional<AccessRequestProblem> problem) {
    var patient = fixtures.aPatient(clinic).stored();
    return in(
        clinic,
        () ->
            questions.ask(
                new NewAccessRequest(
                    clinic,
                    AccessRequestType.NEW_USER_OWN_DATA_ACCESS,
                    UUID.randomUUID(),
                    patient.id(),
                    doctor,
                    invitation,
                    "0123456789abcdef0123456789abcdef",
                    Duration.ofDays(3),
                    problem),
                "process"));
  }

  /** The invitation of a process, sent and waiting for the patient; it ends in a week. */
  public void anInvitation(ClinicId clinic, UUID invitation) {
    var patient = fixtures.aPatient(clinic).stored();
    var doctor = fixtures.anHcp(clinic).id();
    in(
        clinic,
        () ->
            jdbc.sql(
                    """
                    with invited as (
                      insert into invitation (clinic_id, id, patient_id, invited_by, wish, purpose,
                        link_life_seconds, status, generation, expires_at)
                      values (:clinic, :id, :patient, :doctor, 'AUTO', 'NEW_USER', 3600, 'SENT', 1,
                        now() + interval '7 days') returning clinic_id, id)
                    insert into invitation_link (clinic_id, invitation_id, generation, selector, state)
                    select clinic_id, id, 1, decode(substr(md5(id::text), 1, 16), 'hex'), 'LIVE'
                    from invited
                    """)
                .param("clinic", clinic.value())
                .param("id", invitation)
                .param("patient", patient.id().value())
                .param("doctor", doctor.value())
                .update());
  }

  /** A word of the invitation's row. */
  public String invitationIs(ClinicId clinic, UUID invitation, String column) {
    return in(
        clinic,
        () ->
            jdbc.sql("select %s::text from invitation where id = :id".formatted(column))
                .param("id", invitation)
                .query(String.class)
                .single());
  }

  /** The reference by which the engine knows a patient. */
  public UUID referenceOf(ClinicId clinic, UUID patient) {
    return in(
        clinic,
        () ->
            jdbc.sql("select ref from patient where patient_id = :id")
                .param("id", patient)
                .query(UUID.class)
                .single());
  }

  /** Puts an invitation into a state. */
  public void invitationBecomes(ClinicId clinic, UUID invitation, String state) {
    in(
        clinic,
        () ->
            jdbc.sql("update invitation set status = :state where id = :id")
                .param("state", state)
                .param("id", invitation)
                .update());
  }

  /** The states of the requests because of an invitation. */
  public List<String> statusesOf(ClinicId clinic, UUID invitation) {
    return requestsOf(clinic, invitation, "status");
  }

  /** Who is on the requests because of an invitation. */
  public List<String> handlersOf(ClinicId clinic, UUID invitation) {
    return requestsOf(clinic, invitation, "handler");
  }

  private List<String> requestsOf(ClinicId clinic, UUID invitation, String column) {
    return in(
        clinic,
        () ->
            jdbc.sql(
                    "select %s::text from notifications where invitation = :id order by created"
                        .formatted(column))
                .param("id", invitation)
                .query(String.class)
                .list());
  }

  /** What a mail to the doctor about a request is about. */
  public UUID mailSubject(ClinicId clinic, AccessRequest request) {
    return in(clinic, () -> mails.messageSubjects(request)).getFirst();
  }

  /** An alarm is recorded. */
  public void alarm(ClinicId clinic, Alarm alarm, String subject) {
    in(
        clinic,
        () -> {
          audit.record(new AuditEvent("agent", alarm.name(), subject, "NONE"));
          return alarm;
        });
  }

  /**
   * A message was tried once.
   *
   * @param result {@code SENT}, {@code REFUSED} or {@code FAILED}
   */
  public void posted(ClinicId clinic, UUID subject, String kind, String result, String code) {
    in(
        clinic,
        () ->
            jdbc.sql(
                    """
                    with posted as (
                      insert into message (clinic_id, id, subject, generation, channel, kind, sequence)
                      values (:clinic, gen_random_uuid(), :subject, 1, 'EMAIL', :kind, 0)
                      returning clinic_id, id),
                    tried as (
                      insert into message_attempt (clinic_id, id, message_id, digest)
                      select clinic_id, gen_random_uuid(), id, decode(repeat('00', 32), 'hex')
                      from posted returning clinic_id, id, message_id)
                    insert into message_outcome (clinic_id, attempt_id, message_id, result, code)
                    select clinic_id, id, message_id, :result, :code from tried
                    """)
                .param("clinic", clinic.value())
                .param("subject", subject)
                .param("kind", kind)
                .param("result", result)
                .param("code", code)
                .update());
  }

  /** A doctor has shared so many records, and holds so many back. */
  public void shared(AccessRequest asked, int records, int heldBack) {
    in(
        asked.clinic(),
        () ->
            jdbc.sql(
                    """
                    with run as (
                      insert into share_runs
                        (clinic_id, notification_id, number, patient_id, delegator, state, started_at)
                      values (:clinic, :id, 1, :patient, :doctor, 'DONE', now())
                      returning clinic_id, notification_id, number)
                    insert into share_run_parts
                      (clinic_id, notification_id, number, kind, modified, held_back)
                    select clinic_id, notification_id, number, kind,
                      case kind when 'DATA_SAMPLE' then :records else 0 end,
                      case kind when 'PATIENT' then :heldBack else 0 end
                    from run, unnest(array['PATIENT', 'HEALTHCARE_ELEMENT', 'DATA_SAMPLE']) as kind
                    """)
                .param("clinic", asked.clinic().value())
                .param("id", asked.id().value())
                .param("patient", asked.responsible().value())
                .param("doctor", asked.hcp().value())
                .param("records", records)
                .param("heldBack", heldBack)
                .update());
  }

  /**
   * A record of a request is not held back any more; what keeps the agent from sharing it, if
   * anything does.
   */
  public UUID holdEnded(AccessRequest asked, Optional<String> waitsFor) {
    var record = UUID.randomUUID();
    in(
        asked.clinic(),
        () ->
            jdbc.sql(
                    """
                    with known as (
                      insert into entity (clinic_id, entity_id, patient_id, kind, fhir_type, version,
                        content_key_id, envelope, source_hash, created_at, updated_at)
                      values (:clinic, :record, :patient, 'DATA_SAMPLE', 'Observation', 1,
                        decode(repeat('00', 16), 'hex'), '', decode(repeat('00', 32), 'hex'),
                        now(), now()) returning clinic_id, entity_id, patient_id)
                    insert into held_back (clinic_id, id, hcp, entity_id, patient_id,
                      notification_id, reason, last_day, held_at, ended_at, ended_by, share_at,
                      waits_for, waits_since)
                    select clinic_id, gen_random_uuid(), :hcp, entity_id, patient_id, :id,
                      'TELL_IN_PERSON', current_date - 1, now(), now(), 'agent',
                      now() + interval '1 hour', :code, case when :code is null then null else now() end
                    from known
                    """)
                .param("clinic", asked.clinic().value())
                .param("record", record)
                .param("patient", asked.responsible().value())
                .param("hcp", asked.hcp().value())
                .param("id", asked.id().value())
                .param("code", waitsFor.orElse(null), Types.VARCHAR)
                .update());
    return record;
  }

  /** The agent could share it at last. */
  public void holdSettled(ClinicId clinic, UUID record) {
    in(
        clinic,
        () ->
            jdbc.sql(
                    """
                    update held_back set share_at = null, waits_for = null, waits_since = null
                    where entity_id = :record
                    """)
                .param("record", record)
                .update());
  }

  /** What was done to a subject, by the audit log. */
  public List<String> done(ClinicId clinic, String subject) {
    return in(
        clinic,
        () ->
            jdbc.sql(
                    "select action || ' ' || detail_code from audit_event where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list());
  }

  private <T> T in(ClinicId clinic, Supplier<T> work) {
    return current.during(
        clinic, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}
