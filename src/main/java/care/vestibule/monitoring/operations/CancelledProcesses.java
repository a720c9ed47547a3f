package care.vestibule.monitoring.operations;

import care.vestibule.accessrequest.UnansweredRequests;
import care.vestibule.invitation.EndInvitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.ListedInvitations;
import care.vestibule.process.projection.RebuildLock;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes what hangs on processes that somebody cancelled in the engine behind Vestibule's back:
 * otherwise a doctor could answer what no process waits for. Several portals may do it at once.
 */
@Component
@OnlyIn(Zone.PORTAL)
class CancelledProcesses {

  private final JdbcClient jdbc;
  private final UnansweredRequests requests;
  private final ListedInvitations invitations;
  private final EndInvitation ends;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final RebuildLock rebuild;

  CancelledProcesses(
      JdbcClient jdbc,
      UnansweredRequests requests,
      ListedInvitations invitations,
      EndInvitation ends,
      CurrentClinic current,
      TransactionTemplate transactions,
      RebuildLock rebuild) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.invitations = invitations;
    this.ends = ends;
    this.current = current;
    this.transactions = transactions;
    this.rebuild = rebuild;
  }

  @Scheduled(
      initialDelayString = "${vestibule.retention.every:1h}",
      fixedDelayString = "${vestibule.retention.every:1h}")
  void close() {
    for (var one : cancelled()) {
      current.during(
          one.clinic(), () -> transactions.executeWithoutResult(status -> close(one.invitation())));
    }
  }

  private void close(InvitationId invitation) {
    var isLive = invitations.find(invitation).filter(one -> one.invitation().isLive()).isPresent();
    if (isLive || requests.of(invitation.value()).isPresent()) {
      ends.cancel(invitation, "process");
    }
  }

  // A process that took the place of a cancelled one may not be there yet while it is rebuilt.
  private List<Cancelled> cancelled() {
    return Objects.requireNonNull(
        transactions.execute(
            status -> rebuild.keepRebuildOff() ? cancelledInReadModel() : List.of()));
  }

  private List<Cancelled> cancelledInReadModel() {
    return jdbc.sql(
            """
                        select distinct clinic_ref, invitation_id from engine_instance gone
                        where terminated and ended_at is not null
                          and clinic_ref is not null and invitation_id is not null
                          and not exists (
                            select from engine_instance live
                            where live.invitation_id = gone.invitation_id
                              and live.ended_at is null)
                        """)
        .query(
            (row, number) ->
                new Cancelled(
                    new ClinicId(row.getObject("clinic_ref", UUID.class)),
                    new InvitationId(row.getObject("invitation_id", UUID.class))))
        .list();
  }

  private record Cancelled(ClinicId clinic, InvitationId invitation) {}
}
