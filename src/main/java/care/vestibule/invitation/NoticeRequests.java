package care.vestibule.invitation;

import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What patients are to be told about their accounts, of all clinics. */
@Repository
public class NoticeRequests {

  private final JdbcClient jdbc;

  NoticeRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Has the patient of an invitation told, unless that was asked for within the last hour: using a
   * recovery code again and again is not to fill a mailbox.
   *
   * @param apartFrom the channel an attacker may have in hand
   */
  public void order(Invitation invitation, MessageKind kind, Optional<Channel> apartFrom) {
    jdbc.sql(
            """
            insert into notice_request (id, clinic_id, invitation_id, kind, apart_from)
            select :id, :clinic, :invitation, :kind, :apart
             where not exists (select from notice_request
                                where invitation_id = :invitation and kind = :kind
                                  and requested_at > now() - interval '1 hour')
            """)
        .param("id", UUID.randomUUID())
        .param("clinic", invitation.clinic().value())
        .param("invitation", invitation.id().value())
        .param("kind", kind.name())
        .param("apart", apartFrom.map(Enum::name).orElse(null))
        .update();
  }

  /** Has the patient of an invitation told, however often that was asked for before. */
  public void orderEach(Invitation invitation, MessageKind kind) {
    jdbc.sql(
            """
            insert into notice_request (id, clinic_id, invitation_id, kind)
            values (:id, :clinic, :invitation, :kind)
            """)
        .param("id", UUID.randomUUID())
        .param("clinic", invitation.clinic().value())
        .param("invitation", invitation.id().value())
        .param("kind", kind.name())
        .update();
  }

  /** Takes the next one; whoever dies on it loses it to another, later each time, for a week. */
  public Optional<NoticeRequest> take() {
    return jdbc.sql(
            """
            update notice_request
               set attempts = attempts + 1,
                   not_before = now() + (0.75 + random() / 2)
                     * least(interval '5 minutes', interval '15 seconds' * 2 ^ least(attempts, 9))
             where id = (select id from notice_request
                          where done_at is null and not_before <= now()
                            and requested_at > now() - interval '7 days'
                          order by not_before limit 1 for update skip locked)
            returning id, clinic_id, invitation_id, kind, apart_from, sequence
            """)
        .query(NoticeRequests::read)
        .optional();
  }

  public void done(NoticeRequest request) {
    jdbc.sql("update notice_request set done_at = now() where id = :id")
        .param("id", request.id())
        .update();
  }

  private static NoticeRequest read(ResultSet row, int number) throws SQLException {
    return new NoticeRequest(
        row.getObject("id", UUID.class),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        new InvitationId(row.getObject("invitation_id", UUID.class)),
        MessageKind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("apart_from")).map(Channel::valueOf),
        row.getInt("sequence"));
  }

  /**
   * Something a patient is to be told about their account.
   *
   * @param invitation in whose name
   * @param apartFrom the channel not to use while there is another
   * @param sequence tells it apart from others of its kind
   */
  public record NoticeRequest(
      UUID id,
      ClinicId clinic,
      InvitationId invitation,
      MessageKind kind,
      Optional<Channel> apartFrom,
      int sequence) {}
}
