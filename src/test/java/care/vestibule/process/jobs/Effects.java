package care.vestibule.process.jobs;

import care.vestibule.testing.TestDatabase;
import java.util.UUID;

/** Something a worker can do to the database that a test can count. */
final class Effects {

  private final TestDatabase database = TestDatabase.get();
  private final UUID clinic;

  Effects(UUID clinic) {
    this.clinic = clinic;
  }

  void happen() {
    database
        .jdbc()
        .sql(
            """
            insert into engine_outbox (clinic_id, form_reference, variables, sent_at)
            values (:clinic, gen_random_uuid(), '{}', now())
            """)
        .param("clinic", clinic)
        .update();
  }

  int count() {
    return database
        .jdbc()
        .sql("select count(*) from engine_outbox where clinic_id = :clinic")
        .param("clinic", clinic)
        .query(Integer.class)
        .single();
  }
}
