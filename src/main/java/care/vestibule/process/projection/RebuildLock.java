package care.vestibule.process.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The advisory lock of a rebuild.
 *
 * <p>A rebuild holds it alone during each of its steps, and the row of an open rebuild stands for
 * it between them, also after a crash. Whoever must not mistake a half-filled read model for the
 * whole one takes it shared.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RebuildLock {

  // Any number that nobody else takes.
  private static final long KEY = 5_637_001L;

  private final JdbcClient jdbc;

  RebuildLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a rebuild from beginning until the transaction ends; false if one is under way.
   *
   * <p>Two statements: the second has to see what was committed before the lock was given.
   */
  public boolean keepRebuildOff() {
    return given("select pg_try_advisory_xact_lock_shared(:key)")
        && jdbc.sql("select not exists (select from engine_rebuild where ended_at is null)")
            .query(Boolean.class)
            .single();
  }

  /** Waits until nobody else holds it, and holds it alone until the transaction ends. */
  void await() {
    jdbc.sql("select pg_advisory_xact_lock(:key)")
        .param("key", KEY)
        .query((row, number) -> true)
        .single();
  }

  /** Holds it alone until the transaction ends, unless somebody else holds it. */
  boolean take() {
    return given("select pg_try_advisory_xact_lock(:key)");
  }

  private boolean given(String sql) {
    return jdbc.sql(sql).param("key", KEY).query(Boolean.class).single();
  }
}
