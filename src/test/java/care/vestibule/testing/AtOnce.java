package care.vestibule.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same moment, each in a thread of its own. */
public final class AtOnce {

  private AtOnce() {}

  public static <T> List<T> all(List<Callable<T>> works)
      throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (var work : works) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  public static <T> List<T> times(int times, Callable<T> work)
      throws InterruptedException, ExecutionException {
    return all(java.util.Collections.nCopies(times, work));
  }
}
