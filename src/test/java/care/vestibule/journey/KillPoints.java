package care.vestibule.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends the JVM at named points of its work, as {@code kill -9} does: once each, and a file in its
 * directory remembers which have been.
 *
 * <p>A point is {@code before} or {@code after}, then the class and method whose transaction is
 * committed, such as {@code after Sharing.next}. No configuration class by annotation, so that the
 * application does not find it by itself.
 */
final class KillPoints {

  /** The exit code of a JVM that was ended here; that of a process killed by signal 9. */
  static final int KILLED = 137;

  private static final String POINTS = "vestibule.test.kill";

  @Bean
  static BeanPostProcessor deadlyDataSource(Environment environment) {
    var points = List.of(environment.getProperty(POINTS, "").split(","));
    var memory = Path.of(environment.getRequiredProperty("vestibule.local.directory"), "killed");
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? deadly(source, points, memory) : bean;
      }
    };
  }

  private static DataSource deadly(DataSource source, List<String> points, Path memory) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        return deadly(super.getConnection(), points, memory);
      }
    };
  }

  private static Connection deadly(Connection connection, List<String> points, Path memory) {
    return (Connection)
        Proxy.newProxyInstance(
            KillPoints.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean commits = method.getName().equals("commit");
              if (commits) {
                endAt("before", points, memory);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (commits) {
                  endAt("after", points, memory);
                }
              }
            });
  }

  private static void endAt(String when, List<String> points, Path memory) {
    var prefix = when + " ";
    points.stream()
        .filter(point -> point.startsWith(prefix) && isOnStack(point.substring(prefix.length())))
        .filter(point -> isNew(point, memory))
        .forEach(point -> Runtime.getRuntime().halt(KILLED));
  }

  private static boolean isOnStack(String method) {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        method.equals(
                            frame.getDeclaringClass().getSimpleName()
                                + "."
                                + frame.getMethodName())));
  }

  private static synchronized boolean isNew(String point, Path memory) {
    try {
      if (Files.exists(memory) && Files.readAllLines(memory).contains(point)) {
        return false;
      }
      Files.writeString(memory, point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
