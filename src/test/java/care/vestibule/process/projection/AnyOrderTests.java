package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each seed is one way in which a broker may deliver what a real engine wrote. */
class AnyOrderTests {

  private static final int SEQUENCES = 10_000;
  private static final int BETWEEN_CLEANINGS = 200;
  private static final List<String> TABLES =
      List.of(
          "engine_instance",
          "engine_element",
          "engine_user_task",
          "engine_timer",
          "engine_incident",
          "engine_journal",
          "engine_position",
          "engine_funnel_change");
  // What each batch changed of the counts is another each time; only their sum is the same.
  private static final String COUNTS =
      """
      (select clinic_ref, day, furthest, ended, sum(instances) from engine_funnel_change
       group by 1, 2, 3, 4 having sum(instances) <> 0)
      """;
  private static final Set<String> PROJECTED =
      Set.of("PROCESS_INSTANCE", "VARIABLE", "USER_TASK", "TIMER", "INCIDENT");

  // Tables of this connection alone, which hide the real ones.
  private final SingleConnectionDataSource source =
      new SingleConnectionDataSource(TestDatabase.get().url(), "vestibule_app", "app", true);
  private final JdbcClient jdbc = JdbcClient.create(source);
  private final RowWrites writes = new RowWrites(jdbc);
  private final Projection projection =
      new Projection(writes, new ExportPositions(jdbc), new Journal(jdbc, writes));
  private final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(source));

  @BeforeEach
  void hide() {
    for (var table : TABLES) {
      jdbc.sql("create temp table %1$s (like public.%1$s including all)".formatted(table)).update();
    }
    var triggers =
        jdbc.sql(
                """
                select replace(pg_get_triggerdef(oid), ' ON public.', ' ON pg_temp.')
                from pg_trigger where tgrelid = 'public.engine_instance'::regclass
                """)
            .query(String.class)
            .list();
    assertThat(triggers).hasSize(3);
    triggers.forEach(trigger -> jdbc.sql(trigger).update());
  }

  @AfterEach
  void close() {
    source.destroy();
  }

  @Test
  void anyOrderRepetitionAndBatchingGivesTheSameRows() {
    var stream = recorded();
    var expected = rowsAfter(List.of(stream));
    assertThat(expected).contains("KEYSTORE_LOCKED", "fix-contact", "reminder");

    for (int seed = 0; seed < SEQUENCES; seed++) {
      var dice = new SeededNumbers(seed);
      var batches = dice.batched(dice.shuffled(dice.repeated(stream)));
      assertThat(rowsAfter(batches)).as("seed %d", seed).isEqualTo(expected);
      if (seed % BETWEEN_CLEANINGS == 0) {
        jdbc.sql("truncate " + String.join(", ", TABLES)).update();
      }
    }
  }

  @Test
  void whatHasEndedStaysEndedWhateverComesLater() {
    var stream = recorded();

    for (int seed = 0; seed < BETWEEN_CLEANINGS; seed++) {
      var order = new SeededNumbers(seed).shuffled(new SeededNumbers(seed).repeated(stream));
      transactions.executeWithoutResult(
          status -> {
            var ended = 0L;
            for (var record : order) {
              projection.apply(List.of(record));
              var now = ended();
              assertThat(now).isGreaterThanOrEqualTo(ended);
              ended = now;
            }
            assertThat(ended).isPositive();
            status.setRollbackOnly();
          });
    }
  }

  private static List<EngineRecord> recorded() {
    var story =
        EngineStory.invited(new ClinicId(UUID.randomUUID()))
            .stuck("send-invitation", "KEYSTORE_LOCKED")
            .resolved()
            .undeliverable()
            .corrected()
            .completes("send-invitation", Map.of())
            .withdrawn();
    var key = story.instance();
    return EngineStory.records().stream()
        .filter(record -> PROJECTED.contains(record.valueType()) && record.isEvent())
        .filter(record -> record.number("processInstanceKey") == key)
        .filter(
            record ->
                !record.valueType().equals("VARIABLE")
                    || Set.of("clinicRef", "invitationId").contains(record.text("name")))
        .filter(record -> !record.intent().endsWith("ING") && !record.intent().endsWith("TAKEN"))
        .toList();
  }

  private String rowsAfter(List<List<EngineRecord>> batches) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              batches.forEach(projection::apply);
              status.setRollbackOnly();
              return rows();
            }));
  }

  private String rows() {
    var each =
        Stream.concat(
                TABLES.stream().filter(table -> !table.equals("engine_funnel_change")),
                Stream.of(COUNTS))
            .map(table -> "select '%1$.20s ' || one::text as row from %1$s one".formatted(table))
            .toList();
    return jdbc.sql(
            "select string_agg(row, chr(10) order by row) from ("
                + String.join(" union all ", each)
                + ") rows")
        .query(String.class)
        .single();
  }

  private long ended() {
    return jdbc.sql(
            """
            select (select count(*) from engine_instance where ended_at is not null)
              + (select count(*) from engine_element where left_at is not null)
              + (select count(*) from engine_user_task where ended_at is not null)
              + (select count(*) from engine_timer where ended_at is not null)
              + (select count(*) from engine_incident where resolved_at is not null)
            """)
        .query(Long.class)
        .single();
  }
}
