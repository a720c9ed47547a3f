package care.vestibule.process.projection;

import care.vestibule.process.projection.Rebuild.Progress;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** A portal's end of the line in a process of its own, which also goes on with any rebuild. */
final class PortalProcess {

  private PortalProcess() {}

  /**
   * Runs until it is killed, or whoever started it is gone.
   *
   * @param told the database's URL, the port, whether it answers what it has taken, and how many
   *     records it replays in a step of a rebuild
   */
  public static void main(String[] told) throws IOException {
    var dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(told[0]);
    dataSource.setUsername("vestibule_app");
    dataSource.setPassword("app");
    var door = new ProjectionEndpoint(dataSource, Integer.parseInt(told[1]));
    if (!Boolean.parseBoolean(told[2])) {
      door.mute();
    }
    var rebuild = EngineTruth.rebuild(dataSource, Integer.parseInt(told[3]));
    Thread.ofVirtual().start(() -> goOn(rebuild));
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    Runtime.getRuntime().halt(0);
  }

  private static void goOn(Rebuild rebuild) {
    while (true) {
      if (rebuild.step() != Progress.MORE) {
        LockSupport.parkNanos(20_000_000);
      }
    }
  }
}
