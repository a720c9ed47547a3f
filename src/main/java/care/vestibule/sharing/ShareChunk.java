package care.vestibule.sharing;

import care.vestibule.accessrequest.StatusChanges;
import care.vestibule.accessrequest.hold.HoldBackTable;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.process.Incident;
import care.vestibule.records.Delegation;
import care.vestibule.records.EntityKind;
import care.vestibule.records.Records;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A few hundred entities of a share: rights and their count are one transaction. */
@Component
@OnlyIn(Zone.AGENT)
class ShareChunk {

  static final int SIZE = 500;

  private final Records records;
  private final ShareRuns runs;
  private final HoldBackTable holds;
  private final StatusChanges transitions;

  ShareChunk(Records records, ShareRuns runs, HoldBackTable holds, StatusChanges transitions) {
    this.records = records;
    this.runs = runs;
    this.holds = holds;
    this.transitions = transitions;
  }

  /**
   * Shares the next entities; needs a transaction around it.
   *
   * @param after the last entity of the chunk before
   * @return how far it came
   * @throws Incident {@code REQUEST_CLOSED} if the request was withdrawn meanwhile
   */
  Step share(ShareRun run, PatientExchange exchange, HcpContentKeys keys, UUID after) {
    if (!transitions.holdUnlessCancelled(run.notification())) {
      throw new Incident("REQUEST_CLOSED");
    }
    var patient = run.patient();
    var held = records.heldButNotShared(patient, run.delegator(), patient.value(), after, SIZE);
    var given = new EnumMap<EntityKind, List<Delegation>>(EntityKind.class);
    var heldBack = new EnumMap<EntityKind, Integer>(EntityKind.class);
    var kept = holds.recordsOf(patient, run.delegator());
    for (var one : held) {
      if (kept.contains(one.entity())) {
        heldBack.merge(kind(one), 1, Integer::sum);
        continue;
      }
      hand(one, run, exchange, keys)
          .ifPresent(right -> given.computeIfAbsent(kind(one), k -> new ArrayList<>()).add(right));
    }
    for (Map.Entry<EntityKind, List<Delegation>> part : given.entrySet()) {
      runs.count(run, part.getKey(), records.grant(part.getValue()));
    }
    return new Step(
        held.isEmpty() ? Optional.empty() : Optional.of(held.getLast().entity()), heldBack);
  }

  private Optional<Delegation> hand(
      Delegation held, ShareRun run, PatientExchange exchange, HcpContentKeys keys) {
    try (var contentKey = keys.open(held)) {
      return Optional.of(exchange.handOver(held, contentKey));
    } catch (CryptoRefusal refused) {
      // The rest goes on; the report says that something of this kind is missing, and why.
      runs.fail(run, kind(held), refused.reason().name());
      return Optional.empty();
    }
  }

  private static EntityKind kind(Delegation held) {
    return EntityKind.of(held.fhirType());
  }

  /**
   * How far a share came with one chunk.
   *
   * @param last the last entity of it; empty if there is none left
   * @param heldBack how many of it the doctor holds back
   */
  record Step(Optional<UUID> last, Map<EntityKind, Integer> heldBack) {}
}
