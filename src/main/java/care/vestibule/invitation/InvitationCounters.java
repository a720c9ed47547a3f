package care.vestibule.invitation;

import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What is counted of an invitation of the current clinic: tries of codes, and reminders. */
@Repository
public class InvitationCounters {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  InvitationCounters(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Counts a try before it is judged; nothing if the invitation has had them all. */
  public Optional<Integer> countCodeTry(InvitationId id, int limit) {
    return of(
            id,
            """
            update invitation set code_tries = code_tries + 1
             where clinic_id = :clinic and id = :id and code_tries < :limit
            returning code_tries
            """)
        .param("limit", limit)
        .query(Integer.class)
        .optional();
  }

  public int codeTries(InvitationId id) {
    return of(id, "select code_tries from invitation where clinic_id = :clinic and id = :id")
        .query(Integer.class)
        .single();
  }

  void forgetCodeTries(InvitationId id) {
    of(id, "update invitation set code_tries = 0 where clinic_id = :clinic and id = :id").update();
  }

  /** The number of the next reminder, unless one was sent less than so long ago. */
  public Optional<Integer> nextReminder(InvitationId id, Duration apart) {
    return of(
            id,
            """
            select reminders + 1 from invitation
             where clinic_id = :clinic and id = :id and closed_at is null
               and coalesce(last_reminded_at < now() - make_interval(secs => :apart), true)
            """)
        .param("apart", apart.toMillis() / 1000.0)
        .query(Integer.class)
        .optional();
  }

  public void markReminded(InvitationId id, int reminder) {
    of(
            id,
            """
            update invitation set reminders = :reminder, last_reminded_at = now()
             where clinic_id = :clinic and id = :id and reminders < :reminder
            """)
        .param("reminder", reminder)
        .update();
  }

  private StatementSpec of(InvitationId id, String sql) {
    return jdbc.sql(sql).param("clinic", clinic.get().value()).param("id", id.value());
  }
}
