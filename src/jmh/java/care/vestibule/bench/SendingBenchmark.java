package care.vestibule.bench;

import care.vestibule.messaging.SendingStand;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * What recording costs beside sending: e-mails a second, by as many senders as Vestibule has.
 *
 * <p>Both sides have four threads and the same pool of connections to the mail server, and the
 * database waits for the disk.
 */
@State(Scope.Benchmark)
@Threads(4)
@Fork(jvmArgsAppend = "-Dtest.database.durable=true")
public class SendingBenchmark {

  private final SendingStand stand = new SendingStand();

  /** Through intent, attempt and outcome. */
  @Benchmark
  public Object recorded() {
    return stand.wholeWay();
  }

  /** The same mail without a word about it anywhere. */
  @Benchmark
  public Object handedOver() {
    return stand.handedOver();
  }

  /** By a bare client. */
  @Benchmark
  public void bare() {
    stand.bare();
  }

  /** Ends the server. */
  @TearDown
  public void close() throws IOException {
    stand.close();
  }
}
