package care.vestibule.records;

import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.ContentKey;
import care.vestibule.crypto.Pepper;
import care.vestibule.crypto.Permission;
import care.vestibule.directory.HcpId;
import care.vestibule.records.Entities.KnownSource;
import care.vestibule.tenancy.ClinicId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Things taken in together, in one transaction; closing it forgets the keys. */
public final class IntakeBatch implements AutoCloseable {

  private final ClinicId clinic;
  private final Entities entities;
  private final Delegations delegations;
  private final IntakeExchanges exchanges;
  private final ReplacedEntities replaced;
  private final Pepper pepper;
  private final SecureRandom random;
  private final Instant now;

  IntakeBatch(
      ClinicId clinic,
      Entities entities,
      Delegations delegations,
      IntakeExchanges exchanges,
      ReplacedEntities replaced,
      Pepper pepper,
      SecureRandom random,
      Instant now) {
    this.clinic = clinic;
    this.entities = entities;
    this.delegations = delegations;
    this.exchanges = exchanges;
    this.replaced = replaced;
    this.pepper = pepper;
    this.random = random;
    this.now = now;
  }

  /** The professionals who can read the present content of an entity; none if it is unknown. */
  public Set<HcpId> holdersOf(UUID entity) {
    return delegations.holdersOf(entity);
  }

  /**
   * Whether it stands already as it is sent, for all its holders who have a key.
   *
   * @throws IntakeRefusal if it cannot be taken in
   */
  public boolean stands(ClearEntity entity) {
    var present = delegations.holdersOf(entity.id());
    boolean standing =
        entities
            .known(entity.id())
            .map(known -> isSame(known, entity) && present.containsAll(sealable(entity.holders())))
            .orElse(false);
    if (!standing && sealable(union(present, entity.holders())).isEmpty()) {
      throw new IntakeRefusal(IntakeRefusal.Reason.NOBODY_HAS_A_KEY);
    }
    return standing;
  }

  /**
   * Seals and stores it, unless it stands already.
   *
   * <p>A changed one gets a new version under a new content key for its former and its new holders.
   * A patient who could read the former version reads the new one after the next share: only a
   * professional, through the agent, checks the patient's key before giving anything to it. That it
   * was replaced is noted, so that it does not look held back.
   *
   * @throws IntakeRefusal if it cannot be taken in
   */
  public Receipt take(ClearEntity entity) {
    var withoutKey =
        entity.holders().stream()
            .filter(hcp -> !exchanges.canSealFor(hcp))
            .collect(Collectors.toUnmodifiableSet());
    int former = entities.known(entity.id()).map(KnownSource::version).orElse(0);
    if (stands(entity)) {
      return new Receipt(Receipt.Effect.UNCHANGED, former, withoutKey);
    }
    var recipients = sealable(union(delegations.holdersOf(entity.id()), entity.holders()));
    replaced.note(entity.id(), now);
    delegations.deleteOf(entity.id());
    seal(entity, former + 1, recipients);
    var effect = former == 0 ? Receipt.Effect.CREATED : Receipt.Effect.CHANGED;
    return new Receipt(effect, former + 1, withoutKey);
  }

  @Override
  public void close() {
    exchanges.close();
  }

  private void seal(ClearEntity entity, int version, Set<HcpId> recipients) {
    try (var key = ContentKey.generate(random)) {
      var stored =
          new StoredEntity(
              entity.id(),
              entity.patient(),
              entity.fhirType(),
              version,
              key.id(),
              new byte[0],
              entity.clinicalDate());
      var envelope = ContentEnvelope.seal(key, stored.header(clinic), entity.content(), random);
      entities.upsert(stored.sealedAs(envelope), hashOf(entity), now);
      delegations.insert(
          recipients.stream()
              .sorted(Comparator.comparing(HcpId::value))
              .map(hcp -> wrap(key, stored, hcp))
              .toList(),
          now);
    }
  }

  private Delegation wrap(ContentKey key, StoredEntity entity, HcpId hcp) {
    var exchange = exchanges.with(hcp);
    var bare =
        new Delegation(
            entity.id(),
            entity.fhirType(),
            key.id(),
            exchange.id(),
            IntakeParty.of(clinic),
            hcp.value(),
            Permission.WRITE,
            new byte[0]);
    var header = bare.header(clinic);
    return bare.wrappedAs(exchange.key().wrap(key, header, random));
  }

  private boolean isSame(KnownSource known, ClearEntity entity) {
    if (!known.patient().equals(entity.patient())) {
      throw new IntakeRefusal(IntakeRefusal.Reason.OTHER_PATIENT);
    }
    if (!pepper.matches(known.sourceHash(), entity.canonical(), placeOf(entity))) {
      return false;
    }
    // Of a former pepper: now that the content passes by, it can be hashed with the present one.
    if (!pepper.isCurrent(known.sourceHash(), entity.canonical(), placeOf(entity))) {
      entities.rehash(entity.id(), hashOf(entity));
    }
    return true;
  }

  // Bound to clinic and entity: equal contents of two entities cannot be told by equal hashes.
  private byte[] hashOf(ClearEntity entity) {
    return pepper.hash(entity.canonical(), placeOf(entity));
  }

  private byte[] placeOf(ClearEntity entity) {
    return ("source/" + clinic + "/" + entity.id()).getBytes(StandardCharsets.UTF_8);
  }

  private Set<HcpId> sealable(Set<HcpId> professionals) {
    return professionals.stream().filter(exchanges::canSealFor).collect(Collectors.toSet());
  }

  private static Set<HcpId> union(Set<HcpId> some, Set<HcpId> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
