package care.vestibule.invitation;

import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that wait for the agent, of all clinics. */
@Repository
public class LinkRequests {

  private final JdbcClient jdbc;

  LinkRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Has the link that is valid now sent, once, however often it is ordered before that. */
  public void order(ClinicId clinic, InvitationId invitation) {
    order(clinic, invitation, Optional.empty());
  }

  /** The same, and not before so long. */
  public void order(ClinicId clinic, InvitationId invitation, Optional<Duration> patience) {
    jdbc.sql(
            """
            insert into link_request (id, clinic_id, not_before)
            values (:id, :clinic, now() + :patience * interval '1 millisecond')
            on conflict (id) do update set attempts = 0, not_before = excluded.not_before
            """)
        .param("id", invitation.value())
        .param("clinic", clinic.value())
        .param("patience", patience.orElse(Duration.ZERO).toMillis())
        .update();
  }

  /** Takes the next one; whoever dies on it loses it to another, later each time. */
  public Optional<LinkRequest> take() {
    return jdbc.sql(
            """
            update link_request
               set attempts = attempts + 1,
                   not_before = now() + (0.75 + random() / 2)
                     * least(interval '5 minutes', interval '15 seconds' * 2 ^ least(attempts, 9))
             where id = (select id from link_request where not_before <= now()
                          order by not_before limit 1 for update skip locked)
            returning id, clinic_id, attempts
            """)
        .query(
            (row, number) ->
                new LinkRequest(
                    new InvitationId(row.getObject("id", UUID.class)),
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    row.getInt("attempts")))
        .optional();
  }

  /** Puts it off for so long, unless it was ordered again meanwhile; that was no attempt. */
  public void putOff(LinkRequest request, Duration patience) {
    jdbc.sql(
            """
            update link_request
               set attempts = attempts - 1, not_before = now() + :patience * interval '1 millisecond'
             where id = :id and attempts = :attempts
            """)
        .param("patience", patience.toMillis())
        .param("id", request.invitation().value())
        .param("attempts", request.attempts())
        .update();
  }

  /** Forgets it, unless it was ordered again meanwhile. */
  public void done(LinkRequest request) {
    jdbc.sql("delete from link_request where id = :id and attempts = :attempts")
        .param("id", request.invitation().value())
        .param("attempts", request.attempts())
        .update();
  }

  /** A link that is to be sent. */
  public record LinkRequest(InvitationId invitation, ClinicId clinic, int attempts) {}
}
