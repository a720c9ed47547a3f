package care.vestibule.identity;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands sealed keys to whoever can name them, and never without a trace. */
@Component
public final class KeyRecovery {

  private final KeyBackups backups;
  private final DeviceLogins devices;
  private final Users users;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final CurrentClinic clinic;
  private final TransactionTemplate transaction;

  KeyRecovery(
      KeyBackups backups,
      DeviceLogins devices,
      Users users,
      AuditLog audit,
      ApplicationEventPublisher events,
      CurrentClinic clinic,
      PlatformTransactionManager transactions) {
    this.backups = backups;
    this.devices = devices;
    this.users = users;
    this.audit = audit;
    this.events = events;
    this.clinic = clinic;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The backup of that 16-byte id; its owner is told, by {@link KeyHandedOut}. */
  public Optional<KeyBackup> handOut(byte[] id) {
    var found = backups.find(id);
    found
        .flatMap(backup -> devices.ownerOf(backup.key()))
        .ifPresent(
            owner ->
                clinic.during(
                    owner.clinic(),
                    () -> transaction.executeWithoutResult(status -> record(owner.user()))));
    return found;
  }

  private void record(UserId id) {
    audit.record(
        new AuditEvent("anonymous", "KEY_BACKUP_HANDED_OUT", "user:" + id, "RECOVERY_CODE"));
    users.find(id).map(User::patient).map(KeyHandedOut::new).ifPresent(events::publishEvent);
  }
}
