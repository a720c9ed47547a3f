package care.vestibule.testing;

import care.vestibule.tenancy.ClinicTransactionManager;
import care.vestibule.tenancy.CurrentClinic;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real PostgreSQL for the tests of one JVM: migrated by the owner, used by the fenced-in role.
 */
public final class TestDatabase {

  private static final TestDatabase INSTANCE = new TestDatabase();

  private final EmbeddedPostgres postgres;
  private final HikariDataSource dataSource = new HikariDataSource();
  private final CurrentClinic clinic = new CurrentClinic();

  private TestDatabase() {
    try {
      postgres = builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-database"));
    createRolesAndDatabase();
    Flyway.configure().dataSource(url(), "vestibule_owner", "owner").load().migrate();
    dataSource.setJdbcUrl(url());
    dataSource.setUsername("vestibule_app");
    dataSource.setPassword("app");
  }

  /** Benchmarks wait for the disk as an installation does; tests need not. */
  private static EmbeddedPostgres.Builder builder() {
    var builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
    return Boolean.getBoolean("test.database.durable")
        ? builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
        : builder;
  }

  /** The database, started and migrated at the first call. */
  public static TestDatabase get() {
    return INSTANCE;
  }

  /** Where it listens; without a user, because one in the URL would outrank the role asked for. */
  public String url() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/vestibule";
  }

  /** A connection no fence holds back, for tests that play an attacker or look at all rows. */
  public Connection superuser() throws SQLException {
    return postgres.getDatabase("postgres", "vestibule").getConnection();
  }

  /** The application's connections. */
  public HikariDataSource dataSource() {
    return dataSource;
  }

  /** Statements as the application's role. */
  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  /** The clinic scope the transactions look at. */
  public CurrentClinic clinic() {
    return clinic;
  }

  /** Transactions that tell the database their clinic. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(new ClinicTransactionManager(dataSource, clinic));
  }

  /**
   * First the pool: applications that are still at work then fail at once, instead of waiting half
   * a minute for a connection to a database that is gone, and their contexts for them.
   */
  private void end() {
    dataSource.close();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createRolesAndDatabase() {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role vestibule_owner login password 'owner'");
      statement.execute("create role vestibule_app login password 'app'");
      statement.execute("create database vestibule owner vestibule_owner");
    } catch (SQLException e) {
      throw new IllegalStateException("The test database could not be prepared", e);
    }
  }
}
