package care.vestibule.records;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sealed records of the current clinic's patients, and who may read what.
 *
 * <p>A right counts only for the present content: when a new version of an entity is imported, its
 * professionals get it at once; the patient gets it with the next share. Every call needs the
 * caller's transaction.
 */
@Repository
public final class Records {

  /** The position before the first entity of {@link #heldButNotShared}. */
  public static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Delegations delegations;
  private final Exchanges exchanges;
  private final Entities entities;
  private final Holdings holdings;
  private final GrantedEntities given;
  private final ReplacedEntities replaced;
  private final Clock clock;

  /** Records in the given database. */
  public Records(JdbcClient jdbc, Clock clock) {
    this.delegations = new Delegations(jdbc);
    this.exchanges = new Exchanges(jdbc);
    this.entities = new Entities(jdbc);
    this.holdings = new Holdings(jdbc);
    this.given = new GrantedEntities(jdbc);
    this.replaced = new ReplacedEntities(jdbc);
    this.clock = clock;
  }

  /** The professionals who can read anything of the patient. */
  public Set<HcpId> holdersOf(PatientId patient) {
    return delegations.holdersOf(patient);
  }

  /** How much of the patient's record a professional can read. */
  public Holding holdingOf(PatientId patient, HcpId hcp) {
    return holdings.of(patient, hcp.value());
  }

  /** How much of the own record the patient can read. */
  public Holding sharedWith(PatientId patient) {
    return holdings.of(patient, patient.value());
  }

  /**
   * The next entities the holder can read and the party cannot, by entity id.
   *
   * @param after the last entity of the chunk before, {@link #BEFORE_ALL} for the first
   * @return the holder's own delegations, at most {@code limit}, one per entity
   */
  public List<Delegation> heldButNotShared(
      PatientId patient, HcpId holder, UUID party, UUID after, int limit) {
    return delegations.heldButNotShared(patient, holder.value(), party, after, limit);
  }

  /**
   * Gives rights, except to contents their delegate can read already.
   *
   * <p>Of two professionals who share the same entity with one patient at the same time, one waits
   * for the other's transaction and gives nothing: counts are of distinct entities.
   *
   * @return the number of rights that are new
   */
  public int grant(List<Delegation> given) {
    given.stream().map(Delegation::delegate).distinct().sorted().forEach(delegations::lock);
    return given.isEmpty() ? 0 : delegations.insert(given, clock.instant());
  }

  /** Takes all rights of a party to the patient's record; returns how many there were. */
  public int revoke(PatientId patient, UUID delegate) {
    return delegations.deleteOf(patient, delegate);
  }

  /** Names what a party can read through one exchange, in ascending order of entity, streamed. */
  public void forEachGiven(UUID exchange, UUID delegate, Consumer<GrantedEntity> each) {
    given.forEach(exchange, delegate, each);
  }

  /** What the patient could read until there was a newer version, not shared yet. */
  public List<ReplacedEntity> replacedOf(PatientId patient) {
    return replaced.of(patient);
  }

  /** A new list of what is shared through the exchange was signed: it names what stands now. */
  public void forgetReplaced(UUID exchange) {
    replaced.forget(exchange);
  }

  /** Takes what one party gave another of the patient's record; returns the entities. */
  public List<UUID> takeBack(PatientId patient, UUID delegator, UUID delegate) {
    return delegations.deleteGiven(patient, delegator, delegate);
  }

  /** The newest exchange between two parties. */
  public Optional<Exchange> exchangeBetween(UUID delegator, UUID delegate) {
    return exchanges.newestBetween(delegator, delegate);
  }

  /** The exchange of this id. */
  public Optional<Exchange> exchange(UUID id) {
    return exchanges.find(id);
  }

  /** Stores a new exchange. */
  public void saveExchange(Exchange exchange) {
    exchanges.insert(exchange);
  }

  /**
   * The next exchanges a party gave or was given, locked until the transaction ends.
   *
   * @param after the last of the chunk before, {@link #BEFORE_ALL} for the first
   */
  public List<Exchange> lockExchangesOf(UUID party, UUID after, int limit) {
    return exchanges.lockOf(party, after, limit);
  }

  /** Puts another record in the place of the one of this id; what is wrapped under it stays. */
  public void replaceExchange(UUID id, byte[] record) {
    exchanges.replace(id, record);
  }

  /**
   * A page of what a party can read of a patient's record, newest first.
   *
   * @param after the {@code next} of the page before; empty for the first
   */
  public ReadablePage readable(
      PatientId patient, UUID delegate, Optional<ReadingPosition> after, int limit) {
    var found =
        entities.readable(patient, delegate, after.orElse(ReadingPosition.NEWEST), limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    var named =
        page.stream().map(entry -> entry.delegation().exchange()).collect(Collectors.toSet());
    return new ReadablePage(
        List.copyOf(page),
        exchanges.all(named),
        found.size() > limit ? Optional.of(positionOf(page.getLast())) : Optional.empty());
  }

  private static ReadingPosition positionOf(ReadableEntity last) {
    var entity = last.entity();
    return new ReadingPosition(entity.clinicalDate().orElse(ReadingPosition.UNDATED), entity.id());
  }
}
