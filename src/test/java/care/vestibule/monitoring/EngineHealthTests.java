package care.vestibule.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineHealth.Partition;
import care.vestibule.monitoring.EngineHealth.Trouble;
import care.vestibule.monitoring.EngineHealth.Trouble.Kind;
import care.vestibule.process.WorkerLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineHealthTests {

  private static final Duration NONE = Duration.ZERO;
  private static final List<WorkerLoad> WORK = List.of(new WorkerLoad(9, 16, 2, 0));

  @Test
  void anEngineThatIsHeardInTimeAndWasToldEverythingIsWell() {
    assertThat(new EngineHealth(List.of(partition(1, NONE, NONE)), NONE, WORK).troubles())
        .isEmpty();
  }

  @Test
  void anEngineThatWasNeverHeardIsNotTakenForAQuietOne() {
    assertThat(new EngineHealth(List.of(), NONE, WORK).troubles())
        .containsExactly(new Trouble(Kind.UNHEARD, 0, NONE));
  }

  @Test
  void thePartitionThatIsSilentIsNamedAndNotTheOthers() {
    var silence = EngineHealth.LONGEST_SILENCE.plusMillis(1);

    assertThat(
            new EngineHealth(
                    List.of(partition(1, NONE, NONE), partition(2, silence, NONE)), NONE, WORK)
                .troubles())
        .containsExactly(new Trouble(Kind.SILENT, 2, silence));
  }

  @Test
  void recordsThatComeLateAndIntentionsThatGrowOldAreSaid() {
    var lag = EngineHealth.LONGEST_LAG.plusMillis(1);
    var age = EngineHealth.OLDEST_INTENTION.plusMillis(1);

    assertThat(new EngineHealth(List.of(partition(1, NONE, lag)), age, WORK).troubles())
        .containsExactly(new Trouble(Kind.LATE, 1, lag), new Trouble(Kind.UNTOLD, 0, age));
  }

  @Test
  void thatNobodyWorksOnJobsIsSaid() {
    assertThat(new EngineHealth(List.of(partition(1, NONE, NONE)), NONE, List.of()).troubles())
        .containsExactly(new Trouble(Kind.IDLE, 0, NONE));
  }

  private static Partition partition(int id, Duration silence, Duration lag) {
    return new Partition(id, 1, Instant.EPOCH, silence, lag);
  }
}
