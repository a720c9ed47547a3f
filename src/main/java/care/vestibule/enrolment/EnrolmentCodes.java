package care.vestibule.enrolment;

import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationProperties.CodeLimits;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The second-factor codes of the current clinic's invitations. */
@Repository
public class EnrolmentCodes {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  EnrolmentCodes(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * Orders a code from the agent, unless enough were ordered or the desk's own is still good; the
   * caller holds the invitation still, so that two orders at once are counted.
   */
  void order(InvitationId invitation, CodeLimits limits) {
    of("""
            with ordered as (
              insert into enrolment_code (clinic_id, id, invitation_id)
              select :clinic, :id, :invitation
               where (select count(*) from enrolment_code
                       where clinic_id = :clinic and invitation_id = :invitation and not by_desk
                         and requested_at > now() - interval '24 hours') < :perDay
                 and not exists (select from enrolment_code
                       where clinic_id = :clinic and invitation_id = :invitation and not by_desk
                         and requested_at > now() - make_interval(secs => :gap))
                 and not exists (select from enrolment_code
                       where clinic_id = :clinic and invitation_id = :invitation and by_desk
                         and expires_at > now() and tries < :tries)
              returning id)
            insert into code_request (id, clinic_id) select id, :clinic from ordered
            """)
        .param("id", UUID.randomUUID())
        .param("invitation", invitation.value())
        .param("perDay", limits.sendsPerDay())
        .param("gap", seconds(limits.gap()))
        .param("tries", limits.triesPerCode())
        .update();
  }

  /** Keeps what recognises a code that was shown, not sent. */
  void handOut(UUID code, InvitationId invitation, byte[] hash, Duration life) {
    of("""
            insert into enrolment_code (clinic_id, id, invitation_id, code_hash, expires_at, by_desk)
            values (:clinic, :id, :invitation, :hash, now() + make_interval(secs => :life), true)
            """)
        .param("id", code)
        .param("invitation", invitation.value())
        .param("hash", hash)
        .param("life", seconds(life))
        .update();
  }

  /** The invitation a code was ordered for. */
  public Optional<InvitationId> invitationOf(UUID code) {
    return of("select invitation_id from enrolment_code where clinic_id = :clinic and id = :id")
        .param("id", code)
        .query(UUID.class)
        .optional()
        .map(InvitationId::new);
  }

  /** Keeps what recognises a code; it replaces one that may not have gone out. */
  public void store(UUID code, byte[] hash, Duration life) {
    of("""
            update enrolment_code
               set code_hash = :hash, expires_at = now() + make_interval(secs => :life)
             where clinic_id = :clinic and id = :id
            """)
        .param("id", code)
        .param("hash", hash)
        .param("life", seconds(life))
        .update();
  }

  /** Counts a try of the newest code and hands it over to be compared, if it has tries left. */
  Optional<KeptCode> takeTry(InvitationId invitation, int tries) {
    return of("""
            update enrolment_code set tries = tries + 1
             where clinic_id = :clinic and tries < :tries and expires_at > now()
               and id = (select id from enrolment_code
                          where clinic_id = :clinic and invitation_id = :invitation
                            and code_hash is not null
                          order by requested_at desc limit 1)
            returning id, code_hash
            """)
        .param("invitation", invitation.value())
        .param("tries", tries)
        .query(
            (row, number) ->
                new KeptCode(row.getObject("id", UUID.class), row.getBytes("code_hash")))
        .optional();
  }

  private StatementSpec of(String sql) {
    return jdbc.sql(sql).param("clinic", clinic.get().value());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** A code as it is kept: 32 bytes of HMAC-SHA-256, never the digits. */
  @SuppressWarnings("ArrayRecordComponent") // compared by the pepper only
  record KeptCode(UUID id, byte[] hash) {}
}
