package care.vestibule.accessrequest.hold;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.Problem;
import care.vestibule.records.EntityLists;
import care.vestibule.records.EntityLists.ListedEntity;
import care.vestibule.records.SharedWith;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a doctor may hold back: few single records, for a time that ends; an approval says who asks,
 * not what they may read (45 CFR 171, GDPR articles 15(4) and 23).
 */
@Component
class HoldBackRules {

  /** The records one doctor may hold back with one approval. */
  static final int MOST = 50;

  private final EntityLists lists;
  private final SharedWith sharedWith;
  private final PublicKeys keys;
  private final HoldBackTable table;
  private final Duration longest;
  private final Clock clock;

  HoldBackRules(
      EntityLists lists,
      SharedWith sharedWith,
      PublicKeys keys,
      HoldBackTable table,
      @Value("${vestibule.sharing.hold-back-max:90d}") Duration longest,
      Clock clock) {
    this.lists = lists;
    this.sharedWith = sharedWith;
    this.keys = keys;
    this.table = table;
    this.longest = longest;
    this.clock = clock;
  }

  /** The last day one may choose today. */
  LocalDate latest() {
    return LocalDate.now(clock).plusDays(longest.toDays());
  }

  /**
   * Lets pass what may be held back; needs a transaction around it.
   *
   * @throws Problem 400 {@code hold-too-many}, {@code hold-day} or {@code hold-no-record}; 409
   *     {@code hold-read-already} or {@code hold-already}
   */
  void require(PatientId patient, HcpId doctor, Collection<HoldBack> wishes) {
    if (wishes.size() > MOST) {
      throw refused("hold-too-many");
    }
    if (wishes.stream().anyMatch(wish -> !isPossible(wish.lastDay()))) {
      throw refused("hold-day");
    }
    var named = wishes.stream().map(HoldBack::record).distinct().toList();
    var held = lists.of(patient, doctor, named);
    if (named.size() < wishes.size() || held.size() < named.size()) {
      throw refused("hold-no-record");
    }
    requireUnread(patient, held);
    requireNew(patient, doctor, named);
  }

  private boolean isPossible(LocalDate lastDay) {
    return !lastDay.isBefore(LocalDate.now(clock)) && !lastDay.isAfter(latest());
  }

  /**
   * Whether the patient reads with the present key; a new one reads nothing before it is shared.
   */
  boolean isReadable(PatientId patient, ListedEntity entity) {
    return entity.readable()
        && keys.activeOf(patient.value())
            .filter(key -> sharedWith.isFor(patient, key.key().id()))
            .isPresent();
  }

  private void requireUnread(PatientId patient, List<ListedEntity> held) {
    if (held.stream().anyMatch(one -> isReadable(patient, one))) {
      throw new Problem(Problem.Kind.CONFLICT, "hold-read-already");
    }
  }

  private void requireNew(PatientId patient, HcpId doctor, List<UUID> named) {
    if (table.of(patient, doctor).stream().map(HoldBack::record).anyMatch(named::contains)) {
      throw alreadyHeld();
    }
  }

  static Problem alreadyHeld() {
    return new Problem(Problem.Kind.CONFLICT, "hold-already");
  }

  private static Problem refused(String slug) {
    return new Problem(Problem.Kind.INVALID, slug);
  }
}
