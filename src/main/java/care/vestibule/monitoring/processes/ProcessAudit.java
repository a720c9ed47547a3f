package care.vestibule.monitoring.processes;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.audit.AuditEntry;
import care.vestibule.audit.AuditLog;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.Invitations;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who did what in a process, as the audit log has it. */
@Component
@Transactional(readOnly = true)
public class ProcessAudit {

  private final AuditLog log;
  private final Invitations invitations;

  ProcessAudit(AuditLog log, Invitations invitations) {
    this.log = log;
    this.invitations = invitations;
  }

  /**
   * The newest two hundred events about its invitation, about what was asked of doctors, and about
   * its patient since it began and until it ended; the newest first.
   *
   * @param asked what was asked of doctors in it
   */
  public List<AuditEntry> of(ProcessInstance process, List<AccessRequest> asked) {
    return process
        .invitation()
        .map(invitation -> subjects(invitation, asked))
        .map(log::about)
        .map(entries -> entries.stream().filter(entry -> concerns(process, entry)).toList())
        .orElse(List.of());
  }

  private List<String> subjects(UUID invitation, List<AccessRequest> asked) {
    return Stream.of(
            Stream.of("invitation:" + invitation),
            invitations.find(new InvitationId(invitation)).stream()
                .map(found -> "patient:" + found.patient()),
            asked.stream().map(one -> "notification:" + one.id()))
        .flatMap(subjects -> subjects)
        .toList();
  }

  // A patient may have had other invitations before, and may get others later.
  private static boolean concerns(ProcessInstance process, AuditEntry entry) {
    return !entry.event().subject().startsWith("patient:")
        || (!entry.at().isBefore(process.started())
            && process.ended().filter(entry.at()::isAfter).isEmpty());
  }
}
