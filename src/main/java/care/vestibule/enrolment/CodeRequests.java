package care.vestibule.enrolment;

import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that wait for the agent, of all clinics. */
@Repository
public class CodeRequests {

  private final JdbcClient jdbc;

  CodeRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the next one for a minute: an agent that dies loses it to another, and two agents never
   * work on the same one.
   */
  public Optional<CodeRequest> take() {
    return jdbc.sql(
            """
            update code_request
               set attempts = attempts + 1, not_before = now() + interval '1 minute'
             where id = (select id from code_request where not_before <= now()
                          order by not_before limit 1 for update skip locked)
            returning id, clinic_id, attempts
            """)
        .query(
            (row, number) ->
                new CodeRequest(
                    row.getObject("id", UUID.class),
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    row.getInt("attempts")))
        .optional();
  }

  public void done(UUID id) {
    jdbc.sql("delete from code_request where id = :id").param("id", id).update();
  }

  /** A code to send. */
  public record CodeRequest(UUID id, ClinicId clinic, int attempt) {}
}
