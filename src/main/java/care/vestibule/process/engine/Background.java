package care.vestibule.process.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work on a virtual thread of its own, from the start of the application to its end. */
public abstract class Background implements SmartLifecycle {

  private final String name;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  /** Work under a name that thread dumps show. */
  protected Background(String name) {
    this.name = name;
  }

  /** Does the work; returns when it is done or {@link #rest} says so. */
  protected abstract void work();

  /** Ends a rest early. */
  public final void wake() {
    bell.release();
  }

  /** Pauses until the time is over or somebody rings; false when the work is to end. */
  protected final boolean rest(Duration longest) {
    try {
      if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
      return running;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public final void start() {
    running = true;
    thread = Thread.ofVirtual().name(name).start(this::work);
  }

  // Rings instead of interrupting: an interrupt would break the connection in use.
  @Override
  public final void stop() {
    running = false;
    wake();
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
