package care.vestibule.identity;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a patient's keys to a second device; the portal sees them sealed only.
 *
 * <p>Every step is recorded, because it is the one way in which keys leave a browser after they
 * were made: the patient sees on every device when another one was added.
 */
@Component
public final class SecondDevice {

  private final DeviceCopies copies;
  private final KeyTransfers transfers;
  private final Users users;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;
  private final IdentityProperties properties;

  SecondDevice(
      DeviceCopies copies,
      KeyTransfers transfers,
      Users users,
      AuditLog audit,
      ApplicationEventPublisher events,
      CurrentClinic clinic,
      TransactionTemplate transactions,
      IdentityProperties properties) {
    this.copies = copies;
    this.transfers = transfers;
    this.users = users;
    this.audit = audit;
    this.events = events;
    this.clinic = clinic;
    this.transactions = transactions;
    this.properties = properties;
  }

  /** Keeps a device's own sealed copy, under 16 random bytes. */
  public void keepCopy(Actor.PatientUser user, byte[] id, byte[] sealed) {
    transactions.executeWithoutResult(status -> copies.keep(user, id, sealed));
  }

  /** Gives a device its own sealed copy back; empty if it is not the user's. */
  public Optional<byte[]> copy(Actor.PatientUser user, byte[] id) {
    return transactions.<Optional<byte[]>>execute(
        status -> {
          var found = copies.find(user, id);
          found.ifPresent(it -> record(user.reference(), "KEY_COPY_FETCHED", user.reference()));
          return found;
        });
  }

  /**
   * Offers keys that are sealed under a transfer code to whoever has the code, once.
   *
   * @param id the 16 bytes derived from the code
   * @return how many seconds they wait
   */
  public long offer(Actor.PatientUser user, byte[] id, byte[] sealed) {
    transactions.executeWithoutResult(
        status -> {
          transfers.offer(user, id, sealed, properties.transferLife());
          record(user.reference(), "KEY_TRANSFER_OFFERED", user.reference());
        });
    return properties.transferLife().toSeconds();
  }

  /**
   * Hands the keys to the second device, and their owner is told; empty if they are unknown, taken
   * or too old.
   */
  public Optional<KeyTransfer> take(byte[] id) {
    // The code decides the clinic; only a transaction that begins in it may add to its log.
    return transactions
        .<Optional<ClinicId>>execute(status -> transfers.clinicOf(id))
        .flatMap(of -> clinic.during(of, () -> takeAndRecord(id)));
  }

  private Optional<KeyTransfer> takeAndRecord(byte[] id) {
    return transactions.<Optional<KeyTransfer>>execute(
        status -> {
          var taken = transfers.take(id);
          taken.map(KeyTransfer::user).ifPresent(this::tell);
          return taken;
        });
  }

  private void tell(UserId user) {
    record("anonymous", "KEY_TRANSFER_TAKEN", "user:" + user);
    users.find(user).map(User::patient).map(KeyHandedOut::new).ifPresent(events::publishEvent);
  }

  /** How far the user's transfer has come. */
  public KeyTransfer.State stateOf(Actor.PatientUser user, byte[] id) {
    return transactions.execute(status -> transfers.stateOf(user, id));
  }

  /** When further devices were given the user's keys, the newest first. */
  public List<Instant> addedTo(Actor.PatientUser user) {
    return transactions.execute(status -> transfers.takenOf(user));
  }

  private void record(String actor, String action, String subject) {
    audit.record(new AuditEvent(actor, action, subject, "NONE"));
  }
}
