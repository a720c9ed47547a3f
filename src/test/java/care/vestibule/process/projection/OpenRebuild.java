package care.vestibule.process.projection;

import care.vestibule.testing.TestDatabase;

/** A rebuild of the read model that nobody has begun to work on. */
public final class OpenRebuild {

  private static final TestDatabase DATABASE = TestDatabase.get();

  private OpenRebuild() {}

  /** The lock of the test database. */
  public static RebuildLock lock() {
    return new RebuildLock(DATABASE.jdbc());
  }

  /** Opens it; the tables stay as they are. */
  public static void begin() {
    DATABASE
        .jdbc()
        .sql("insert into engine_rebuild (reason, started_by) values ('TEST', 'test')")
        .update();
  }

  /** Does something while it is open. */
  public static void during(Runnable work) {
    begin();
    try {
      work.run();
    } finally {
      DATABASE
          .jdbc()
          .sql("update engine_rebuild set ended_at = now() where ended_at is null")
          .update();
    }
  }
}
