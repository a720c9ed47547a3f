package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.UserTasks;
import care.vestibule.process.projection.Rebuild.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MonitoringTest
class ProjectedUserTasksTests {

  private final UserTasks tasks;
  private final Projection projection;
  private final Rebuild rebuild;
  private final UUID form = UUID.randomUUID();
  private final long first = (8L << 53) + ThreadLocalRandom.current().nextLong(1L << 40);

  ProjectedUserTasksTests(
      @Autowired UserTasks tasks, @Autowired Projection projection, @Autowired Rebuild rebuild) {
    this.tasks = tasks;
    this.projection = projection;
    this.rebuild = rebuild;
  }

  @AfterEach
  void end() {
    while (rebuild.step() != Progress.DONE) {
      Thread.onSpinWait();
    }
  }

  @Test
  void atNoMomentOfARebuildATaskThatIsOpenLooksAsIfNothingWereLeftToComplete() throws Exception {
    var now = Instant.now();
    // One that ended, and later another of the same form that is open.
    projection.apply(
        List.of(
            record(1, first, "CREATED", now),
            record(2, first, "COMPLETED", now),
            record(3, first + 1, "CREATED", now)));
    var rebuilt = new AtomicBoolean();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          hands.submit(
              () -> {
                int looked = 0;
                for (; !rebuilt.get() || looked < 100; looked++) {
                  assertThat(tasks.endedSince(form, now.minusSeconds(60))).isFalse();
                }
                return looked;
              });
      try {
        for (int i = 0; i < 5; i++) {
          assertThat(rebuild.start("TEST", "test")).isTrue();
          assertThat(tasks.isBeingRebuilt()).isTrue();
          end();
        }
      } finally {
        rebuilt.set(true);
      }
      assertThat(looks.get()).isGreaterThanOrEqualTo(100);
    }

    assertThat(tasks.isBeingRebuilt()).isFalse();
    assertThat(tasks.keyOf(form)).contains(first + 1);
  }

  @Test
  void whatEndedIsNotSaidToHaveEndedWhileTheReadModelIsRebuilt() {
    var now = Instant.now();
    projection.apply(List.of(record(1, first, "CREATED", now), record(2, first, "COMPLETED", now)));
    assertThat(tasks.endedSince(form, now.minusSeconds(60))).isTrue();
    assertThat(rebuild.start("TEST", "test")).isTrue();

    assertThat(tasks.endedSince(form, now.minusSeconds(60))).isFalse();

    end();
    assertThat(tasks.endedSince(form, now.minusSeconds(60))).isTrue();
  }

  private EngineRecord record(long position, long task, String intent, Instant at) {
    return EngineRecord.parse(
        """
        {"partitionId": 84, "position": %d, "timestamp": %d, "recordType": "EVENT",
          "valueType": "USER_TASK", "intent": "%s", "key": %d,
          "value": {"processInstanceKey": %d, "userTaskKey": %d, "elementId": "approve-access",
            "externalFormReference": "%s"}}
        """
            .formatted(first + position, at.toEpochMilli(), intent, task, first, task, form));
  }
}
