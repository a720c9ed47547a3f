package care.vestibule.process.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The read model rebuilt from the journal, killed and told more in between. */
class RebuildTests {

  private static final int SEQUENCES = 12;

  @TempDir private static Path directory;

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
    // What other tests changed by hand is theirs.
    jdbc.sql("delete from engine_journal").update();
    var told = EngineStory.invited(clinic).loggedIn().notified();
    instance = told.instance();
    story.addAll(
        EngineStory.records().stream().filter(record -> record.instance() == instance).toList());
  }

  @AfterEach
  void end() {
    end(oneOf(5_000));
  }

  @Test
  void whatTheJournalTellsIsByteForByteWhatTheRecordsTold() {
    apply(story);
    var told = rows();

    rebuild();

    assertThat(rows()).isEqualTo(told);
  }

  @Test
  void whatWasDamagedIsMended() {
    apply(story);
    var whole = rows();
    jdbc.sql("delete from engine_user_task where instance_key = :key")
        .param("key", instance)
        .update();
    jdbc.sql("update engine_element set left_at = null where instance_key = :key")
        .param("key", instance)
        .update();
    assertThat(rows()).isNotEqualTo(whole);

    rebuild();

    assertThat(rows()).isEqualTo(whole);
  }

  @Test
  void wrongCountsAreMended() {
    apply(story);
    var whole = rows();
    jdbc.sql("insert into engine_funnel_change values (:clinic, current_date, 2, false, 7)")
        .param("clinic", clinic.value())
        .update();
    assertThat(rows()).isNotEqualTo(whole);

    rebuild();

    assertThat(rows()).isEqualTo(whole);
  }

  @Test
  void interruptedAnywhereAndToldMoreInAnyOrderMeanwhileItGivesTheSameRows() {
    apply(story);
    var expected = rows();

    for (int seed = 0; seed < SEQUENCES; seed++) {
      var dice = new SeededNumbers(seed);
      var order = dice.shuffled(dice.repeated(story));
      int half = order.size() / 2;
      forget();
      apply(order.subList(0, half));
      start();
      for (var batch : dice.batched(order.subList(half, order.size()))) {
        for (int steps = dice.below(12); steps > 0; steps--) {
          // Whoever takes a step knows nothing of the step before.
          oneOf(1 + dice.below(5)).step();
        }
        apply(batch);
      }
      end();
      assertThat(rows()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void killedHalfWayAnotherProcessGoesOnWhereItWasLeft() {
    apply(story);
    var expected = rows();
    var visits = story.stream().filter(record -> record.intent().equals("ELEMENT_ACTIVATED"));
    var middle = visits.skip(3).findFirst().orElseThrow();
    start();
    assertThat(rebuild.step()).isEqualTo(Progress.MORE);

    try (var portal = new KillablePortal(directory, 0, 1)) {
      var death =
          portal.killHeldUpBy(
              """
              insert into engine_element (element_key, instance_key, element_id, element_type)
              values (%d, %d, 'held', 'SERVICE_TASK')
              """
                  .formatted(middle.key(), instance),
              portal::start);
      assertThat(death.inside()).isTrue();
    }

    assertThat(rebuild.latest().orElseThrow().isOpen()).isTrue();
    assertThat(replayed()).isGreaterThan(story.getFirst().position()).isLessThan(middle.position());
    assertThat(rows()).isNotEqualTo(expected);
    // What was replayed before stays, and is not replayed again.
    jdbc.sql("delete from engine_journal where partition_id = 1 and position <= :position")
        .param("position", replayed())
        .update();
    end();
    assertThat(rows()).isEqualTo(expected);
  }

  @Test
  void severalAtOnceAndRecordsThatComeMeanwhileAreNoMatter() throws Exception {
    apply(story);
    var expected = rows();
    forget();
    int half = story.size() / 2;
    apply(story.subList(0, half));
    start();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> works =
          () -> {
            end(oneOf(2));
            return true;
          };
      var working = List.of(hands.submit(works), hands.submit(works), hands.submit(works));
      for (var record : new SeededNumbers(7).shuffled(story.subList(half, story.size()))) {
        apply(List.of(record));
      }
      for (var one : working) {
        one.get();
      }
    }

    assertThat(rows()).isEqualTo(expected);
  }

  @Test
  void aRecordThatComesLateWhileAStepGoesPastItIsNotLost() throws Exception {
    apply(story);
    var expected = rows();
    var kept = story.stream().filter(JournalEntry::isKept).toList();
    var late = kept.get(kept.size() / 2);
    forget();
    apply(story.stream().filter(record -> !record.equals(late)).toList());
    start();
    rebuild.step();

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
  void aReaderThatTakesLongIsNotInterruptedAndItIsTriedAgain() {
    apply(story);
    var expected = rows();
    start();

    transactions.executeWithoutResult(
        status -> {
          assertThat(openTasks()).isOne();
          assertThat(onAnotherThread(rebuild::step)).isEqualTo(Progress.WAIT);
          assertThat(openTasks()).isOne();
        });

    end();
    assertThat(rows()).isEqualTo(expected);
  }

  @Test
  void whoeverTrustsTheReadModelHasDoneSoBeforeItBegins() throws Exception {
    var lock = new RebuildLock(jdbc);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var begins =
          transactions.execute(
              status -> {
                assertThat(lock.keepRebuildOff()).isTrue();
                var begun = hands.submit(this::start);
                while (!begun.isDone() && !somebodyWaits()) {
                  Thread.onSpinWait();
                }
                assertThat(rebuild.latest().filter(RebuildState::isOpen)).isEmpty();
                return begun;
              });
      requireNonNull(begins).get();
    }

    assertThat(transactions.<Boolean>execute(status -> lock.keepRebuildOff())).isFalse();
    end();
    assertThat(transactions.<Boolean>execute(status -> lock.keepRebuildOff())).isTrue();
  }

  @Test
  void itsProgressGrowsToTheEnd() {
    apply(story);
    start();
    var seen = new ArrayList<Integer>();
    while (rebuild.step() != Progress.DONE) {
      seen.add(rebuild.latest().orElseThrow().percent());
    }

    assertThat(seen).isSorted().startsWith(0).endsWith(100);
    assertThat(rebuild.latest().orElseThrow().ended()).isPresent();
  }

  @Test
  void onlyOneIsOpenAtATime() {
    start();

    assertThat(rebuild.start("TEST", "test")).isFalse();

    end();
    start();
  }

  private static Rebuild oneOf(int rows) {
    return EngineTruth.rebuild(TestDatabase.get().dataSource(), rows);
  }

  private void apply(List<EngineRecord> batch) {
    transactions.executeWithoutResult(status -> projection.apply(batch));
  }

  private void start() {
    assertThat(rebuild.start("TEST", "test")).isTrue();
  }

  private static void end(Rebuild rebuild) {
    while (rebuild.step() != Progress.DONE) {
      Thread.onSpinWait();
    }
  }

  private void rebuild() {
    start();
    end();
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
          for (var table : EngineTruth.TABLES) {
            jdbc.sql("delete from %s where instance_key = :key".formatted(table))
                .param("key", instance)
                .update();
          }
          jdbc.sql("delete from engine_journal where instance_key = :key")
              .param("key", instance)
              .update();
        });
  }

  private long replayed() {
    return jdbc.sql("select position from engine_rebuild_checkpoint where partition_id = 1")
        .query(Long.class)
        .single();
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
    for (var table : EngineTruth.TABLES) {
      rows.append(
          jdbc.sql(
                  """
                  select coalesce(string_agg(one::text, chr(10) order by one::text), '')
                  from %s one where instance_key = :key
                  """
                      .formatted(table))
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
