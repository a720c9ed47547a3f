package care.vestibule.process.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.process.projection.RebuildOrder.Purpose;
import care.vestibule.process.projection.RebuildState.Outcome;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables made anew beside those that are read, killed and told more in between. */
class RebuildTests {

  private static final int SEQUENCES = 12;

  private final JdbcClient jdbc = TestDatabase.get().jdbc();
  private final JdbcTransactionManager manager =
      new JdbcTransactionManager(TestDatabase.get().dataSource());
  private final TransactionTemplate transactions = new TransactionTemplate(manager);
  private final RowWrites writes = new RowWrites(jdbc);
  private final Journal journal = new Journal(jdbc, writes);
  private final Projection projection = new Projection(writes, new ExportPositions(jdbc), journal);
  private final Rebuild rebuild = oneOf(3);

  private final List<EngineRecord> story = new ArrayList<>();
  private final ClinicId clinic = new ClinicId(UUID.randomUUID());
  private long instance;

  @BeforeEach
  void tell() {
    rebuild.drop();
    // What other tests changed by hand is theirs.
    jdbc.sql("delete from engine_journal").update();
    var told = EngineStory.invited(clinic).loggedIn().notified();
    instance = told.instance();
    story.addAll(
        EngineStory.records().stream().filter(record -> record.instance() == instance).toList());
  }

  @AfterEach
  void drop() {
    rebuild.drop();
  }

  @Test
  void whatTheJournalTellsIsByteForByteWhatTheRecordsTold() {
    apply(story);

    assertThat(ended(Purpose.COMPARE, Map.of()).differing()).isZero();
  }

  @Test
  void whatWasDamagedIsFoundAndMended() {
    apply(story);
    var whole = rows();
    jdbc.sql("delete from engine_user_task where instance_key = :key")
        .param("key", instance)
        .update();
    jdbc.sql("update engine_element set left_at = null where instance_key = :key")
        .param("key", instance)
        .update();

    var compared = ended(Purpose.COMPARE, Map.of());
    assertThat(compared.differing()).isGreaterThan(5);
    assertThat(compared.examples()).containsExactly(instance);
    assertThat(rows()).isNotEqualTo(whole);

    assertThat(ended(Purpose.REBUILD, Map.of()).outcome()).contains(Outcome.SWAPPED);
    assertThat(rows()).isEqualTo(whole);
    assertThat(ended(Purpose.COMPARE, Map.of()).differing()).isZero();
  }

  @Test
  void wrongCountsAreFoundAndMended() {
    apply(story);
    var whole = rows();
    jdbc.sql("insert into engine_funnel_change values (:clinic, current_date, 2, false, 7)")
        .param("clinic", clinic.value())
        .update();

    assertThat(ended(Purpose.COMPARE, Map.of()).differing()).isPositive();
    assertThat(ended(Purpose.REBUILD, Map.of()).outcome()).contains(Outcome.SWAPPED);

    assertThat(rows()).isEqualTo(whole);
    assertThat(ended(Purpose.COMPARE, Map.of()).differing()).isZero();
  }

  @Test
  void killedAnywhereAndToldMoreInAnyOrderMeanwhileItGivesTheSameRows() {
    apply(story);
    var expected = rows();

    for (int seed = 0; seed < SEQUENCES; seed++) {
      var dice = new SeededNumbers(seed);
      forget();
      start(Purpose.REBUILD, Map.of());
      copiesAll();
      for (var batch : dice.batched(dice.shuffled(dice.repeated(story)))) {
        apply(batch);
        for (int steps = dice.below(12); steps > 0; steps--) {
          // Whoever takes a step knows nothing of the step before.
          oneOf(1 + dice.below(5)).step();
        }
      }
      end();
      assertThat(rows()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void severalAtOnceAndRecordsThatComeMeanwhileAreNoMatter() throws Exception {
    apply(story);
    var expected = rows();
    forget();
    start(Purpose.REBUILD, Map.of());
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> works =
          () -> {
            end();
            return true;
          };
      var working = List.of(hands.submit(works), hands.submit(works), hands.submit(works));
      for (var record : new SeededNumbers(7).shuffled(story)) {
        apply(List.of(record));
      }
      for (var one : working) {
        one.get();
      }
    }

    assertThat(rows()).isEqualTo(expected);
    assertThat(ended(Purpose.COMPARE, Map.of()).differing()).isZero();
  }

  @Test
  void aRecordThatComesLateWhileAStepGoesPastItIsReplayedToo() throws Exception {
    apply(story);
    var expected = rows();
    var kept = story.stream().filter(JournalEntry::isKept).toList();
    var late = kept.get(kept.size() / 2);
    forget();
    apply(story.stream().filter(record -> !record.equals(late)).toList());
    start(Purpose.REBUILD, Map.of());
    copiesAll();

    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var comes =
          transactions.execute(
              status -> {
                // A step that has replayed what there was, and has not ended.
                oneOf(story.size()).step();
                var told = hands.submit(() -> apply(List.of(late)));
                while (!told.isDone() && !somebodyWaits()) {
                  Thread.onSpinWait();
                }
                return told;
              });
      requireNonNull(comes).get();
    }

    end();
    assertThat(rows()).isEqualTo(expected);
  }

  @Test
  void atNoMomentAnOpenTaskLooksAsIfItWereGone() throws Exception {
    apply(story);
    var swapped = new AtomicBoolean();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          hands.submit(
              () -> {
                int looked = 0;
                for (; !swapped.get() || looked < 100; looked++) {
                  assertThat(openTasks()).isEqualTo(1);
                }
                return looked;
              });
      for (int i = 0; i < 5; i++) {
        assertThat(ended(Purpose.REBUILD, Map.of()).outcome()).contains(Outcome.SWAPPED);
      }
      swapped.set(true);
      assertThat(looks.get()).isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void aReaderThatTakesLongIsNotInterruptedAndItIsTriedAgain() {
    apply(story);
    start(Purpose.REBUILD, Map.of());

    transactions.executeWithoutResult(
        status -> {
          assertThat(openTasks()).isOne();
          Progress progress;
          do {
            progress = onAnotherThread(rebuild::step);
          } while (progress == Progress.MORE);
          assertThat(progress).isEqualTo(Progress.WAIT);
          assertThat(openTasks()).isOne();
        });

    assertThat(end().outcome()).contains(Outcome.SWAPPED);
  }

  @Test
  void processesTheJournalDoesNotKnowOrNotInFullKeepTheirRows() {
    apply(story);
    var whole = rows();
    jdbc.sql("delete from engine_journal where instance_key = :key")
        .param("key", instance)
        .update();

    ended(Purpose.REBUILD, Map.of());
    assertThat(rows()).as("it knows nothing").isEqualTo(whole);

    jdbc.sql("insert into engine_unjournaled values (:key)").param("key", instance).update();
    // The engine tells some of it again.
    apply(story.subList(story.size() / 2, story.size()));
    ended(Purpose.REBUILD, Map.of());
    assertThat(rows()).as("it knows a part").isEqualTo(whole);
  }

  @Test
  void fromAPositionOnOlderProcessesKeepTheirRowsAndAreToldTheRestAgain() {
    apply(story);
    var whole = rows();
    var middle = story.get(story.size() / 2);
    jdbc.sql("delete from engine_user_task where instance_key = :key")
        .param("key", instance)
        .update();
    jdbc.sql("update engine_instance set process_version = 7 where instance_key = :key")
        .param("key", instance)
        .update();

    ended(Purpose.REBUILD, Map.of(1, middle.position()));

    assertThat(rows()).isEqualTo(whole.replace("patient-access,1,", "patient-access,7,"));
  }

  @Test
  void recordsTakenByAPortalThatKeepsNoJournalAreNoticedAndNothingIsLost() {
    apply(story.subList(0, 10));
    start(Purpose.REBUILD, Map.of());
    var last = story.getLast().position();
    // What the release before did.
    projection.replay(story.subList(10, story.size()));
    jdbc.sql("update engine_position set position = :last where partition_id = 1")
        .param("last", last)
        .update();
    var whole = rows();

    apply(List.of(EngineRecord.parse(story.getLast().json().toString())));

    assertThat(end().outcome()).contains(Outcome.OVERTAKEN);
    ended(Purpose.REBUILD, Map.of());
    assertThat(rows()).isEqualTo(whole);
  }

  @Test
  void aMigrationThatChangesTheTablesMakesItBeginAgain() throws Exception {
    apply(story);
    var expected = rows();
    start(Purpose.REBUILD, Map.of());
    for (int i = 0; i < 8; i++) {
      rebuild.step();
    }
    try (var connection = TestDatabase.get().superuser();
        var statement = connection.createStatement()) {
      statement.execute("create index engine_element_new on engine_element (left_at, element_id)");
      assertThat(end().outcome()).contains(Outcome.SWAPPED);
      // Under the name it had, for the migration that changes it next.
      statement.execute("drop index engine_element_new");
    }
    assertThat(rows()).isEqualTo(expected);
  }

  @Test
  void onlyOneIsOpenAtATime() {
    assertThat(rebuild.start(new RebuildOrder(Purpose.COMPARE, "TEST", "test", Map.of()))).isTrue();
    assertThat(rebuild.start(new RebuildOrder(Purpose.REBUILD, "TEST", "test", Map.of())))
        .isFalse();

    assertThat(rebuild.drop()).isTrue();
    assertThat(rebuild.drop()).isFalse();
    assertThat(rebuild.latest().orElseThrow().outcome()).contains(Outcome.DROPPED);
  }

  private static Rebuild oneOf(int rows) {
    return EngineTruth.rebuild(TestDatabase.get().dataSource(), rows);
  }

  private void apply(List<EngineRecord> batch) {
    transactions.executeWithoutResult(status -> projection.apply(batch));
  }

  private void start(Purpose purpose, Map<Integer, Long> from) {
    assertThat(rebuild.start(new RebuildOrder(purpose, "TEST", "test", from))).isTrue();
  }

  private RebuildState end() {
    var whole = oneOf(5_000);
    while (whole.step() != Progress.DONE) {
      Thread.onSpinWait();
    }
    return rebuild.latest().orElseThrow();
  }

  /** Takes steps until nothing is left but to replay. */
  private void copiesAll() {
    var whole = oneOf(5_000);
    while (jdbc.sql("select max(copied_tables) from engine_rebuild where ended_at is null")
            .query(Integer.class)
            .single()
        < RebuiltTable.values().length) {
      whole.step();
    }
  }

  private RebuildState ended(Purpose purpose, Map<Integer, Long> from) {
    start(purpose, from);
    return end();
  }

  private static <T> T onAnotherThread(Callable<T> work) {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      return hands.submit(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void forget() {
    transactions.executeWithoutResult(
        status -> {
          for (var table : RebuiltTable.values()) {
            jdbc.sql(table.in("delete from %1$s where instance_key = :key"))
                .param("key", instance)
                .update();
          }
          jdbc.sql("delete from engine_journal where instance_key = :key")
              .param("key", instance)
              .update();
        });
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private int openTasks() {
    return jdbc.sql(
            """
            select count(*) from engine_user_task
            where instance_key = :key and created_at is not null and ended_at is null
            """)
        .param("key", instance)
        .query(Integer.class)
        .single();
  }

  private String rows() {
    var rows = new StringBuilder();
    for (var table : RebuiltTable.values()) {
      rows.append(
          jdbc.sql(
                  table.in(
                      """
                      select coalesce(string_agg(one::text, chr(10) order by %2$s), '')
                      from %1$s one where instance_key = :key
                      """))
              .param("key", instance)
              .query(String.class)
              .single());
    }
    return rows.append(counts()).toString();
  }

  private List<String> counts() {
    return jdbc.sql(
            """
            select concat_ws(' ', day, furthest, ended, sum(instances)) from (
              select * from engine_funnel union all select * from engine_funnel_change) counts
            where clinic_ref = :clinic
            group by day, furthest, ended having sum(instances) <> 0 order by 1
            """)
        .param("clinic", clinic.value())
        .query((row, number) -> row.getString(1))
        .list();
  }
}
