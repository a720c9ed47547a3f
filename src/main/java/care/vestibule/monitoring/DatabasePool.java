package care.vestibule.monitoring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The connections of this portal to the database. */
@Component
public class DatabasePool {

  private final DataSource source;

  DatabasePool(DataSource source) {
    this.source = source;
  }

  /**
   * How the connections are used.
   *
   * @param active those that do something
   * @param most how many there may be
   * @param waiting how many wait for one
   */
  public record Use(int active, int most, int waiting) {}

  /** At this moment; empty before the first connection, or if there is no pool. */
  public Optional<Use> now() {
    try {
      var pool = source.unwrap(HikariDataSource.class);
      return Optional.ofNullable(pool.getHikariPoolMXBean())
          .map(
              use ->
                  new Use(
                      use.getActiveConnections(),
                      pool.getMaximumPoolSize(),
                      use.getThreadsAwaitingConnection()));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
