package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What doctors tell each other about a request; never changed, and never shown to a patient. */
@Component
@Transactional
public class Comments {

  private static final int MOST = 1000;

  private final JdbcClient jdbc;
  private final HcpAccessRequests inbox;

  Comments(JdbcClient jdbc, HcpAccessRequests inbox) {
    this.jdbc = jdbc;
    this.inbox = inbox;
  }

  /**
   * Adds a comment.
   *
   * @throws Problem 404 if the request is not this doctor's; 400 {@code comment-length} unless it
   *     has 1 to 1,000 characters
   */
  public void add(Actor.Doctor doctor, AccessRequestId id, String words) {
    inbox.get(doctor.hcp(), id);
    // Control and direction-override characters have no honest use in a few sentences.
    var tamed = words.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "").strip();
    if (tamed.isEmpty() || tamed.length() > MOST) {
      throw new Problem(Problem.Kind.INVALID, "comment-length");
    }
    jdbc.sql(
            """
            insert into task_comment (clinic_id, notification_id, author, words, at)
            values (current_clinic(), :id, :author, :words, clock_timestamp())
            """)
        .param("id", id.value())
        .param("author", doctor.hcp().value())
        .param("words", tamed)
        .update();
  }

  /** What was written about a request, oldest first. */
  @Transactional(readOnly = true)
  public List<Comment> of(AccessRequestId id) {
    return jdbc.sql(
            """
            select concat_ws(' ', nullif(h.title, ''), nullif(h.given, ''), h.family) as name,
              c.words, c.at
            from task_comment c
            join hcp h on h.clinic_id = c.clinic_id and h.hcp_id = c.author
            where c.clinic_id = current_clinic() and c.notification_id = :id
            order by c.id
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new Comment(
                    row.getString("name"),
                    row.getString("words"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * What a doctor wrote for the colleagues about a request.
   *
   * @param author the doctor's name
   * @param words at most 1,000 characters
   */
  public record Comment(String author, String words, Instant at) {}
}
