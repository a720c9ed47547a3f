package care.vestibule.process.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxPurgeTests {

  private static final TestDatabase DATABASE = TestDatabase.get();

  private final UUID clinic = UUID.randomUUID();
  private final OutboxPurge purge =
      new OutboxPurge(DATABASE.jdbc(), new OutboxRetention(Duration.ofDays(90)));

  @Test
  void whatWasToldLongAgoIsForgottenHoweverMuchItIs() {
    messages(2500, "91 days", Duration.ofHours(1));
    messages(1, "89 days", Duration.ofHours(1));
    completion("91 days");
    completion("89 days");

    purge.purge();

    assertThat(left()).isEqualTo(2);
  }

  @Test
  void whatWasNotToldStaysHoweverOldItIs() {
    messages(1, null, Duration.ofHours(1));
    completion(null);

    purge.purge();

    assertThat(left()).isEqualTo(2);
    DATABASE
        .jdbc()
        .sql("delete from engine_outbox where clinic_id = :clinic")
        .param("clinic", clinic)
        .update();
  }

  @Test
  void aMessageIsRememberedAsLongAsTheEngineBuffersIt() {
    messages(1, "91 days", Duration.ofDays(91));
    messages(1, "93 days", Duration.ofDays(91));

    purge.purge();

    assertThat(left()).isEqualTo(1);
  }

  @Test
  void aRetentionOfLessThanADayIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OutboxRetention(Duration.ofHours(1)));
  }

  private void messages(int count, @Nullable String toldAgo, Duration timeToLive) {
    DATABASE
        .jdbc()
        .sql(
            """
            insert into engine_outbox (clinic_id, message, correlation_key, message_id,
              time_to_live_ms, variables, created_at, sent_at)
            select :clinic, 'withdrawn', gen_random_uuid(), gen_random_uuid()::text, :ttl, '{}',
              clock_timestamp() - interval '400 days', clock_timestamp() - :ago::interval
            from generate_series(1, :count)
            """)
        .param("clinic", clinic)
        .param("ttl", timeToLive.toMillis())
        .param("ago", toldAgo)
        .param("count", count)
        .update();
  }

  private void completion(@Nullable String toldAgo) {
    DATABASE
        .jdbc()
        .sql(
            """
            insert into engine_outbox (clinic_id, form_reference, variables, created_at, sent_at)
            values (:clinic, gen_random_uuid(), '{}', clock_timestamp() - interval '400 days',
              clock_timestamp() - :ago::interval)
            """)
        .param("clinic", clinic)
        .param("ago", toldAgo)
        .update();
  }

  private int left() {
    return DATABASE
        .jdbc()
        .sql("select count(*) from engine_outbox where clinic_id = :clinic")
        .param("clinic", clinic)
        .query(Integer.class)
        .single();
  }
}
