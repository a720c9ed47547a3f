package care.vestibule.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to become true, and says what was last seen if it does not. */
public final class Await {

  private Await() {}

  /**
   * Looks again until the value satisfies the condition.
   *
   * @throws AssertionError with the last value when the budget is spent
   */
  public static <T> T until(
      String what, Duration budget, Supplier<T> look, Predicate<T> condition) {
    var deadline = System.nanoTime() + budget.toNanos();
    while (true) {
      var seen = look.get();
      if (condition.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "Within " + budget + " not seen: " + what + ". Last seen: " + seen);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
