package care.vestibule.messaging.delivery;

import care.vestibule.messaging.NotSentYet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Holds a message for one sender while it is handed over.
 *
 * <p>A lock of the database session: it ends with the process that took it, however that dies, and
 * not a moment earlier. A lease in a row could only guess.
 */
final class SendingLock implements AutoCloseable {

  private final Connection connection;
  private final long number;

  private SendingLock(Connection connection, long number) {
    this.connection = connection;
    this.number = number;
  }

  /** The lock, unless somebody else is sending the message right now. */
  static Optional<SendingLock> tryTake(DataSource dataSource, long number) {
    try {
      var connection = dataSource.getConnection();
      var lock = new SendingLock(connection, number);
      if (lock.call("select pg_try_advisory_lock(?)")) {
        return Optional.of(lock);
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new NotSentYet("NO_LOCK");
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (!call("select pg_advisory_unlock(?)")) {
        connection.abort(Runnable::run);
      }
    } catch (SQLException e) {
      abort();
    }
  }

  private boolean call(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  // A connection that may still hold the lock must not go back to the pool.
  private void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
