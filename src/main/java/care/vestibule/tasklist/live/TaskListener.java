package care.vestibule.tasklist.live;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens to what the database tells of requests, on a connection of its own; every portal does, so
 * that a change made at one shows at all.
 */
@Component
@OnlyIn(Zone.PORTAL)
class TaskListener implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TaskListener.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final OpenTaskLists watchers;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  TaskListener(DataSource dataSource, OpenTaskLists watchers) {
    this.dataSource = dataSource;
    this.watchers = watchers;
  }

  @Override
  public synchronized void start() {
    thread = Thread.ofVirtual().name("task-listener").start(this::listen);
  }

  @Override
  public synchronized void stop() {
    stopped.countDown();
    try {
      // An interrupt would break the connection; it looks up by itself soon enough.
      if (thread != null && !thread.join(PATIENCE.multipliedBy(4))) {
        LOG.warn("The listener of the task lists did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void listen() {
    while (isWanted()) {
      try (var connection = dataSource.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("listen tasks");
        watchers.tellAll();
        relay(connection.unwrap(PGConnection.class));
        statement.execute("unlisten tasks");
      } catch (SQLException e) {
        if (isWanted()) {
          LOG.warn("Task lists wait for the database: {}", e.getSQLState());
        }
        pause();
      }
    }
  }

  private void relay(PGConnection connection) throws SQLException {
    while (isWanted()) {
      var told = connection.getNotifications(Math.toIntExact(PATIENCE.toMillis()));
      if (told != null) {
        for (var one : told) {
          TaskChange.parse(one.getParameter()).ifPresent(watchers::tell);
        }
      }
    }
  }

  private boolean isWanted() {
    return stopped.getCount() > 0;
  }

  private void pause() {
    try {
      if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Stopped listening");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
