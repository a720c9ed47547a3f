package care.vestibule.records;

import care.vestibule.tenancy.ClinicId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The content keys under which entities lie; every call needs the caller's transaction. */
@Repository
public final class ContentKeys {

  private final JdbcClient jdbc;
  private final Entities entities;
  private final Delegations delegations;
  private final Clock clock;

  /** Content keys in the given database. */
  public ContentKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.entities = new Entities(jdbc);
    this.delegations = new Delegations(jdbc);
    this.clock = clock;
  }

  /** Keeps imports from giving entities of the clinic a new version meanwhile. */
  public void holdImports(ClinicId clinic) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('intake:' || :clinic, 0))")
        .param("clinic", clinic.toString())
        .query(row -> {});
  }

  /** An entity, locked until the transaction ends. */
  public Optional<StoredEntity> lock(UUID entity) {
    return entities.lock(entity);
  }

  /** What professionals hold of the entity's present content. */
  public List<Delegation> heldOf(UUID entity) {
    return delegations.heldOf(entity);
  }

  /**
   * Stores an entity under another content key; only these rights to it are left.
   *
   * @param rights the professionals', to the new key
   */
  public void replace(StoredEntity fresh, List<Delegation> rights) {
    var now = clock.instant();
    delegations.deleteOf(fresh.id());
    entities.replaceEnvelope(fresh, now);
    delegations.insert(rights, now);
  }
}
