package care.vestibule.local.sms;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What goes wrong with the next messages, in the order it was asked for. */
public final class SmsFaults {

  private final ConcurrentLinkedQueue<Fault> planned = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> lost = new ConcurrentLinkedQueue<>();

  SmsFaults() {}

  /** Refuses the next messages with a status such as 429 or 500, and takes none of them. */
  public void failNext(int times, int status) {
    plan(times, new Fault.Answer(status));
  }

  /** Takes the next messages, but answers only after the delay, and then by hanging up. */
  public void hangAfterAcceptingNext(int times, Duration delay) {
    plan(times, new Fault.Silence(delay));
  }

  /** Takes the next messages, and reports later that they did not arrive. */
  public void loseNext(int times, int errorCode) {
    for (var i = 0; i < times; i++) {
      lost.add(errorCode);
    }
  }

  /** Everything works again. */
  public void clear() {
    planned.clear();
    lost.clear();
  }

  /** Why the message that was taken just now gets lost, if it does. */
  Optional<Integer> loss() {
    return Optional.ofNullable(lost.poll());
  }

  Optional<Fault> next() {
    return Optional.ofNullable(planned.poll());
  }

  private void plan(int times, Fault fault) {
    for (var i = 0; i < times; i++) {
      planned.add(fault);
    }
  }
}
