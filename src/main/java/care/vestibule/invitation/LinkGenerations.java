package care.vestibule.invitation;

import care.vestibule.tenancy.CurrentClinic;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The coming and going of an invitation's links: at most one is good at any time. */
@Repository
public class LinkGenerations {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final SecureRandom random;

  LinkGenerations(JdbcClient jdbc, CurrentClinic clinic, SecureRandom random) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.random = random;
  }

  /** Starts the first generation. */
  void first(InvitationId invitation) {
    add(invitation, 1);
  }

  /**
   * Starts the next generation of a live invitation; the link before it is dead from here on. What
   * is known of the channels goes with it.
   *
   * @return the new generation, none if the invitation has ended
   */
  public Optional<Integer> next(InvitationId invitation) {
    var generation =
        of(
                invitation,
                """
                update invitation set generation = generation + 1
                 where clinic_id = :clinic and id = :invitation and closed_at is null
                returning generation
                """)
            .query(Integer.class)
            .optional();
    generation.ifPresent(
        number -> {
          end(invitation, LinkState.SUPERSEDED);
          add(invitation, number);
        });
    return generation;
  }

  /** Ends whatever link is still good. */
  public void end(InvitationId invitation, LinkState how) {
    of(
            invitation,
            """
            update invitation_link set state = :how
             where clinic_id = :clinic and invitation_id = :invitation and state = 'LIVE'
            """)
        .param("how", how.name())
        .update();
  }

  private void add(InvitationId invitation, int generation) {
    of(
            invitation,
            """
            with route as (
              insert into invitation_link_route (selector, clinic_id) values (:selector, :clinic))
            insert into invitation_link (clinic_id, invitation_id, generation, selector, state,
                                         email_failed, sms_failed)
            select :clinic, :invitation, :generation, :selector, 'LIVE',
                   coalesce(bool_or(email_failed), false), coalesce(bool_or(sms_failed), false)
              from invitation_link
             where clinic_id = :clinic and invitation_id = :invitation
               and generation = :generation - 1
            """)
        .param("generation", generation)
        .param("selector", LinkSelector.random(random).bytes())
        .update();
  }

  private StatementSpec of(InvitationId invitation, String sql) {
    return jdbc.sql(sql)
        .param("clinic", clinic.get().value())
        .param("invitation", invitation.value());
  }
}
