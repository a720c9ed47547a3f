package care.vestibule.tasklist.live;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.deputy.DeputyScope;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class OpenTaskListTests {

  private static final ClinicId CLINIC = new ClinicId(new UUID(1, 1));
  private static final HcpId DOCTOR = new HcpId(new UUID(2, 1));
  private static final HcpId COLLEAGUE = new HcpId(new UUID(2, 2));
  private static final HcpId AWAY = new HcpId(new UUID(2, 3));

  private final Line line = new Line();
  private final OpenTaskList watcher =
      new OpenTaskList(
          CLINIC, new DeputyScope(DOCTOR, Set.of(AWAY), Set.of(COLLEAGUE, AWAY)), line);

  @Test
  void aDoctorIsConcernedByWhatIsTheirsOrTheirsToStandInForAndByNothingElse() {
    assertThat(watcher.isConcernedBy(hint(DOCTOR, DOCTOR, false))).isTrue();
    assertThat(watcher.isConcernedBy(hint(COLLEAGUE, DOCTOR, false))).isTrue();
    assertThat(watcher.isConcernedBy(hint(AWAY, AWAY, false))).isTrue();
    assertThat(watcher.isConcernedBy(hint(COLLEAGUE, COLLEAGUE, true))).isTrue();
    assertThat(watcher.isConcernedBy(hint(COLLEAGUE, COLLEAGUE, false))).isFalse();
    assertThat(
            watcher.isConcernedBy(
                new TaskChange(new UUID(1, 2), DOCTOR.value(), DOCTOR.value(), true)))
        .isFalse();
  }

  @Test
  void whoeverReadsSlowlyHearsOnceOfAllThatChangedMeanwhileAndHoldsUpNobody() {
    line.takesNothingYet();
    watcher.beat();
    line.awaitsAWrite();
    for (int i = 0; i < 100; i++) {
      watcher.tellOfChange();
    }
    line.takesAgain();

    var said =
        Await.until("a change is told", Duration.ofSeconds(10), line::said, all -> all.size() >= 2);
    assertThat(said).containsExactly("beat", "changed");
    watcher.tellOfChange();
    assertThat(
            Await.until("the next too", Duration.ofSeconds(10), line::said, all -> all.size() >= 3))
        .containsExactly("beat", "changed", "changed");
  }

  @Test
  void whoeverHungUpIsToldNothingMore() {
    line.hangsUp();
    watcher.tellOfChange();
    var unused = Await.until("gone", Duration.ofSeconds(10), watcher::isGone, gone -> gone);
    assertThat(line.said()).isEmpty();
  }

  @Test
  void aLineEndsEvenWhileItsReaderTakesNothing() {
    line.takesNothingYet();
    watcher.tellOfChange();
    line.awaitsAWrite();

    watcher.end();

    assertThat(Await.until("ended", Duration.ofSeconds(10), () -> line.ended, ended -> ended))
        .isTrue();
    line.takesAgain();
    watcher.tellOfChange();
    assertThat(watcher.isGone()).isTrue();
  }

  @Test
  void aHintIsReadAsTheTriggerWritesItAndAnythingElseIsNone() {
    var clinic = new UUID(1, 1);
    assertThat(TaskChange.parse(clinic + " " + clinic + " " + clinic + " t"))
        .contains(new TaskChange(clinic, clinic, clinic, true));
    assertThat(TaskChange.parse("")).isEmpty();
    assertThat(TaskChange.parse("a b c d")).isEmpty();
  }

  private static TaskChange hint(HcpId asked, HcpId handler, boolean forDeputies) {
    return new TaskChange(CLINIC.value(), asked.value(), handler.value(), forDeputies);
  }

  /** What goes to a browser, with a reader who can be slow or gone. */
  private static final class Line extends SseEmitter {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch writing = new CountDownLatch(1);
    private volatile CountDownLatch taking = new CountDownLatch(0);
    private volatile boolean hungUp;
    private volatile boolean ended;

    void takesNothingYet() {
      taking = new CountDownLatch(1);
    }

    void takesAgain() {
      taking.countDown();
    }

    void hangsUp() {
      hungUp = true;
    }

    @Override
    public void complete() {
      ended = true;
    }

    List<String> said() {
      return List.copyOf(said);
    }

    void awaitsAWrite() {
      try {
        writing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void send(SseEventBuilder event) throws IOException {
      if (hungUp) {
        throw new IOException("gone");
      }
      writing.countDown();
      try {
        taking.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      var text = new StringBuilder();
      event.build().stream()
          .map(ResponseBodyEmitter.DataWithMediaType::getData)
          .forEach(text::append);
      said.add(text.toString().replaceAll("(?s).*event:([a-z]+)\\n.*", "$1"));
    }
  }
}
