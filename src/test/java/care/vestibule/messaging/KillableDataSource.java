package care.vestibule.messaging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose user dies right before or right after one of its commits. */
final class KillableDataSource extends DelegatingDataSource {

  private final AtomicInteger commits = new AtomicInteger();
  private final Runnable lastDeed;
  private volatile Optional<Point> death = Optional.empty();

  KillableDataSource(DataSource real) {
    this(real, () -> {});
  }

  /** One whose user does something at the point of death, such as to wait for the killer. */
  KillableDataSource(DataSource real, Runnable lastDeed) {
    super(real);
    this.lastDeed = lastDeed;
  }

  /** From now on commits are counted anew, and there is one death at that point. */
  void diesAt(Point point) {
    commits.set(0);
    death = Optional.of(point);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var real = super.getConnection();
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("commit") ? commit(real) : invoke(real, method, arguments);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private @Nullable Object commit(Connection real) throws SQLException {
    var number = commits.incrementAndGet();
    var due = death.filter(point -> point.commit() == number);
    if (due.filter(Point::before).isPresent()) {
      death = Optional.empty();
      lastDeed.run();
      // What the server does with the work of a client that is gone.
      real.rollback();
      throw new BreakableMailSender.Killed();
    }
    real.commit();
    if (due.isPresent()) {
      death = Optional.empty();
      lastDeed.run();
      throw new BreakableMailSender.Killed();
    }
    return null;
  }

  private static @Nullable Object invoke(
      Connection real, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A moment to die at. */
  record Point(int commit, boolean before) {}
}
