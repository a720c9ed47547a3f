package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.identity.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests a doctor has checked one by one, to approve them together. */
@Component
@Transactional
public class CheckedRequests {

  private final JdbcClient jdbc;
  private final HcpAccessRequests inbox;

  CheckedRequests(JdbcClient jdbc, HcpAccessRequests inbox) {
    this.jdbc = jdbc;
    this.inbox = inbox;
  }

  /**
   * Adds a request to those checked.
   *
   * @throws care.vestibule.identity.Problem 404 if it is not this doctor's
   */
  public void add(Actor.Doctor doctor, CheckedRequest look) {
    inbox.get(doctor.hcp(), look.notification());
    jdbc.sql(
            """
            insert into task_look (clinic_id, notification_id, hcp, fingerprint, verification, at)
            values (current_clinic(), :id, :hcp, :fingerprint, :verification, clock_timestamp())
            on conflict (clinic_id, notification_id, hcp) do update
            set fingerprint = :fingerprint, verification = :verification, at = clock_timestamp()
            """)
        .param("id", look.notification().value())
        .param("hcp", doctor.hcp().value())
        .param("fingerprint", look.fingerprint().strip())
        .param("verification", look.verification().name())
        .update();
  }

  /**
   * Takes one out again.
   *
   * @throws care.vestibule.identity.Problem 404 if it is not this doctor's
   */
  public void remove(Actor.Doctor doctor, AccessRequestId id) {
    inbox.get(doctor.hcp(), id);
    drop(doctor, id);
  }

  /** Takes one out again, whether or not it is still the doctor's to see. */
  void drop(Actor.Doctor doctor, AccessRequestId id) {
    jdbc.sql(
            """
            delete from task_look
            where clinic_id = current_clinic() and notification_id = :id and hcp = :hcp
            """)
        .param("id", id.value())
        .param("hcp", doctor.hcp().value())
        .update();
  }

  /** Those that still wait for an answer, in the order they were checked; at most 100. */
  @Transactional(readOnly = true)
  public List<CheckedRequest> of(Actor.Doctor doctor) {
    return jdbc.sql(
            """
            select look.notification_id, look.fingerprint, look.verification
            from task_look look
            join notifications n on n.clinic_id = look.clinic_id and n.id = look.notification_id
            where look.clinic_id = current_clinic() and look.hcp = :hcp
              and n.answered_at is null and n.status in ('PENDING', 'ONGOING')
            order by look.at, look.notification_id limit 100
            """)
        .param("hcp", doctor.hcp().value())
        .query(
            (row, n) ->
                new CheckedRequest(
                    new AccessRequestId(row.getObject("notification_id", UUID.class)),
                    row.getString("fingerprint"),
                    KeyVerification.valueOf(row.getString("verification"))))
        .list();
  }

  /**
   * A doctor checked a request and will approve it together with others.
   *
   * @param fingerprint of the key the doctor saw, 6 groups of 5 digits
   * @param verification how sure the doctor was of it
   */
  public record CheckedRequest(
      AccessRequestId notification, String fingerprint, KeyVerification verification) {}
}
