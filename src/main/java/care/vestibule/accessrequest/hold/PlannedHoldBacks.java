package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.accessrequest.decision.DecisionRights;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What doctors choose to hold back while a request waits for their answer; no hold before that. */
@Component
@Transactional
public class PlannedHoldBacks {

  private final DecisionRights answerable;
  private final HcpAccessRequests inbox;
  private final PlannedHoldBackTable table;
  private final HoldBackRules rules;

  PlannedHoldBacks(
      DecisionRights answerable,
      HcpAccessRequests inbox,
      PlannedHoldBackTable table,
      HoldBackRules rules) {
    this.answerable = answerable;
    this.inbox = inbox;
    this.table = table;
    this.rules = rules;
  }

  /**
   * Adds choices; one of a record that was chosen before takes its place.
   *
   * @throws Problem as {@link DecisionRights#lock}; 400 {@code hold-too-many}, {@code hold-day} or
   *     {@code hold-no-record}; 409 {@code hold-read-already} or {@code hold-already}
   */
  public void add(Actor.Doctor doctor, AccessRequestId id, List<HoldBack> wishes) {
    // The lock keeps an approval from slipping in between that does not know of these.
    var request = answerable.lock(id, doctor);
    var renewed = wishes.stream().map(HoldBack::record).collect(Collectors.toSet());
    var all = new ArrayList<>(wishes);
    table.of(id, doctor.hcp()).stream()
        .filter(one -> !renewed.contains(one.record()))
        .forEach(all::add);
    rules.require(request.responsible(), doctor.hcp(), all);
    wishes.forEach(wish -> table.put(id, doctor.hcp(), wish));
  }

  /**
   * Takes a choice back.
   *
   * @throws Problem 404 if the request is not this doctor's
   */
  public void remove(Actor.Doctor doctor, AccessRequestId id, UUID record) {
    inbox.get(doctor.hcp(), id);
    table.remove(id, doctor.hcp(), record);
  }

  /** What a doctor has chosen, the first to end first. */
  @Transactional(readOnly = true)
  public List<HoldBack> of(HcpId doctor, AccessRequestId id) {
    return table.of(id, doctor);
  }

  /** Those chosen that are of the given records: what a page showed, as it stands now. */
  @Transactional(readOnly = true)
  public List<HoldBack> among(HcpId doctor, AccessRequestId id, Set<UUID> records) {
    return of(doctor, id).stream().filter(one -> records.contains(one.record())).toList();
  }
}
