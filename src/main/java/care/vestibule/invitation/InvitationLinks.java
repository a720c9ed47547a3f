package care.vestibule.invitation;

import care.vestibule.messaging.Channel;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The links of the current clinic's invitations, one for each generation. */
@Repository
public class InvitationLinks {

  private static final String SELECT =
      """
      select invitation_id, generation, selector, state, secret_hash, channel, email_failed,
             sms_failed, sent_at is not null as sent,
             extract(epoch from expires_at - now()) * 1000 as remaining_ms
        from invitation_link
      """;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  InvitationLinks(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * Stores what recognises the secret. Until a channel took the message each composition starts the
   * link's life anew, so that an outage does not eat it up.
   */
  public void composed(
      InvitationId invitation, int generation, byte[] secretHash, Optional<Channel> channel) {
    of(
            invitation,
            """
            update invitation_link l
               set secret_hash = :hash, channel = :channel,
                   expires_at = case when l.sent_at is null
                     then least(now() + make_interval(secs => i.link_life_seconds), i.expires_at)
                     else l.expires_at end
              from invitation i
             where l.clinic_id = :clinic and l.invitation_id = :invitation
               and l.generation = :generation
               and i.clinic_id = l.clinic_id and i.id = l.invitation_id
            """)
        .param("hash", secretHash)
        .param("channel", channel.map(Enum::name).orElse(null))
        .param("generation", generation)
        .update();
  }

  public void sent(InvitationId invitation, int generation) {
    of(
            invitation,
            """
            update invitation_link set sent_at = coalesce(sent_at, now())
             where clinic_id = :clinic and invitation_id = :invitation and generation = :generation
            """)
        .param("generation", generation)
        .update();
  }

  /** The channel has a new address: what failed before says nothing any more. */
  void mended(InvitationId invitation, Channel channel) {
    of(
            invitation,
            """
            update invitation_link
               set email_failed = email_failed and not :email, sms_failed = sms_failed and :email
             where clinic_id = :clinic and invitation_id = :invitation
            """)
        .param("email", channel == Channel.EMAIL)
        .update();
  }

  public void failed(InvitationId invitation, int generation, Channel channel) {
    of(
            invitation,
            """
            update invitation_link
               set email_failed = email_failed or :email, sms_failed = sms_failed or not :email
             where clinic_id = :clinic and invitation_id = :invitation and generation = :generation
            """)
        .param("generation", generation)
        .param("email", channel == Channel.EMAIL)
        .update();
  }

  public Optional<InvitationLink> find(InvitationId invitation, int generation) {
    return of(
            invitation,
            SELECT
                + """
                where clinic_id = :clinic and invitation_id = :invitation
                  and generation = :generation
                """)
        .param("generation", generation)
        .query(new InvitationLinkRows())
        .optional();
  }

  public Optional<InvitationLink> find(LinkSelector selector) {
    return jdbc.sql(SELECT + "where clinic_id = :clinic and selector = :selector")
        .param("clinic", clinic.get().value())
        .param("selector", selector.bytes())
        .query(new InvitationLinkRows())
        .optional();
  }

  /** The clinic of a link; asked before any clinic is known. */
  public Optional<ClinicId> clinicOf(LinkSelector selector) {
    return jdbc.sql("select clinic_id from invitation_link_route where selector = :selector")
        .param("selector", selector.bytes())
        .query(UUID.class)
        .optional()
        .map(ClinicId::new);
  }

  private StatementSpec of(InvitationId invitation, String sql) {
    return jdbc.sql(sql)
        .param("clinic", clinic.get().value())
        .param("invitation", invitation.value());
  }
}
