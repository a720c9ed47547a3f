package care.vestibule.sharing;

import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.Suite;
import care.vestibule.custody.HcpKeyReplacement;
import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.custody.PrivateKeys;
import care.vestibule.directory.HcpId;
import care.vestibule.records.Exchange;
import care.vestibule.records.Records;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces a professional's key and seals every exchange key of theirs to the new one.
 *
 * <p>Commits as it goes, and goes on where it was stopped. Shares may run meanwhile: both keys open
 * what is stored, and both sign what is accepted.
 */
@Component
@OnlyIn(Zone.AGENT)
class HcpKeyRotation {

  private static final int CHUNK = 100;

  private final HcpKeyReplacement succession;
  private final PrivateKeys custody;
  private final Records records;
  private final ResealedExchange sealedAnew;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  HcpKeyRotation(
      HcpKeyReplacement succession,
      PrivateKeys custody,
      Records records,
      ResealedExchange sealedAnew,
      AuditLog audit,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.succession = succession;
    this.custody = custody;
    this.records = records;
    this.sealedAnew = sealedAnew;
    this.audit = audit;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /**
   * Does it, or the rest of it.
   *
   * @param suite of the new key
   * @throws care.vestibule.process.Incident {@code HCP_KEY_MISSING} or {@code KEYSTORE_LOCKED}
   */
  Outcome rotate(ClinicId of, HcpId hcp, Suite suite) {
    return clinic.during(
        of,
        () -> {
          boolean begun = succession.begin(of, hcp, suite);
          var outcome = new Outcome(begun, 0, 0);
          try (var keys = custody.open(hcp)) {
            var after = Records.BEFORE_ALL;
            while (true) {
              var chunk = chunk(hcp, keys, after);
              outcome = outcome.and(chunk);
              if (chunk.size() < CHUNK) {
                break;
              }
              after = chunk.last();
            }
          }
          succession.end(of, hcp);
          return outcome;
        });
  }

  private Chunk chunk(HcpId hcp, HcpPrivateKeys keys, UUID after) {
    return transactions.execute(
        status -> {
          var stored = records.lockExchangesOf(hcp.value(), after, CHUNK);
          int sealed = 0;
          int refused = 0;
          for (var one : stored) {
            try {
              sealed += seal(one, hcp, keys);
            } catch (CryptoRefusal e) {
              refused++;
              audit.record(tampered(one, e));
            }
          }
          var last = stored.isEmpty() ? after : stored.getLast().id();
          return new Chunk(stored.size(), last, sealed, refused);
        });
  }

  private int seal(Exchange stored, HcpId hcp, HcpPrivateKeys keys) {
    var fresh = sealedAnew.of(stored, hcp, keys);
    fresh.ifPresent(record -> records.replaceExchange(stored.id(), record));
    return fresh.isPresent() ? 1 : 0;
  }

  private static AuditEvent tampered(Exchange stored, CryptoRefusal refusal) {
    return new AuditEvent(
        "agent", Alarm.RECORD_TAMPERED.name(), "exchange:" + stored.id(), refusal.reason().name());
  }

  /**
   * What was done.
   *
   * @param begun whether a new key was made now, and not before
   * @param sealed exchanges that were sealed to the new key now
   * @param refused exchanges that are not what their place says, and were left alone
   */
  record Outcome(boolean begun, int sealed, int refused) {

    Outcome and(Chunk chunk) {
      return new Outcome(begun, sealed + chunk.sealed(), refused + chunk.refused());
    }
  }

  record Chunk(int size, UUID last, int sealed, int refused) {}
}
