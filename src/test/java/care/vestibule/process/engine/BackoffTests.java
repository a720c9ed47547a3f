package care.vestibule.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTests {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  @Test
  void thePauseDoublesUpToTheLongest() {
    assertThat(backoff.after(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.after(9)).isEqualTo(Duration.ofMinutes(5));
    assertThat(backoff.after(1000)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aPauseWithChanceInItIsAtLeastHalfAndSpreadsOverTheRest() {
    var random = new Random(11);
    var pauses = Stream.generate(() -> backoff.after(3, random)).limit(1_000).sorted().toList();

    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_100));
    assertThat(pauses.getLast()).isBetween(Duration.ofMillis(7_900), Duration.ofSeconds(8));
  }

  @Test
  void theSameChanceGivesTheSamePause() {
    assertThat(backoff.after(5, new Random(3))).isEqualTo(backoff.after(5, new Random(3)));
    assertThat(backoff.inAWhile(new Random(3))).isEqualTo(backoff.inAWhile(new Random(3)));
  }

  @Test
  void whatIsTriedWithoutEndIsSpreadOverTheLongestPause() {
    var random = new Random(13);
    var pauses = Stream.generate(() -> backoff.inAWhile(random)).limit(1_000).sorted().toList();

    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(35));
    assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(295), Duration.ofMinutes(5));
  }
}
