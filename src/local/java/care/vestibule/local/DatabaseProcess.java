package care.vestibule.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL in its own processes; it can be killed and started again on its data. */
public final class DatabaseProcess implements AutoCloseable {

  /** The role that owns and migrates the schema. */
  public static final String OWNER = "vestibule_owner";

  /** The role the application works as, fenced in by row-level security. */
  public static final String APPLICATION = "vestibule_app";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path directory;
  private final int port;
  private volatile EmbeddedPostgres postgres;

  private DatabaseProcess(Path directory, int port) {
    this.directory = directory;
    this.port = port;
    this.postgres = run();
    DatabaseRoles.createMissing(postgres.getPostgresDatabase());
  }

  /** Starts it and waits until it answers; a postmaster of a former life is ended first. */
  public static DatabaseProcess start(Path directory, int port) {
    endLeftover(directory);
    return new DatabaseProcess(directory, port);
  }

  /** Starts it again after {@link #kill()}, on the same port and data. */
  public void startAgain() {
    close();
    postgres = run();
  }

  /** Ends it with all its backends at once, as {@code kill -9} does. */
  public void kill() {
    PostmasterFile.findAlive(data(directory)).ifPresent(PostmasterFile::killWithBackends);
  }

  /** The JDBC address, without user; it trusts every local role. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/vestibule".formatted(port);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    endLeftover(directory);
  }

  /** Ends a postmaster that runs on this directory, whoever started it. */
  static void endLeftover(Path directory) {
    PostmasterFile.findAlive(data(directory))
        .ifPresent(found -> ProcessShutdown.end(found, PATIENCE));
  }

  private EmbeddedPostgres run() {
    try {
      Files.createDirectories(directory);
      var log = Redirect.appendTo(directory.resolve("log").toFile());
      return EmbeddedPostgres.builder()
          .setDataDirectory(data(directory))
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPort(port)
          // The embedding is made for tests and gives up durability; we promise to lose nothing.
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          // A failed statement's values, and the row it clashed with, are no business of a log.
          .setServerConfig("log_error_verbosity", "terse")
          .setServerConfig("log_min_error_statement", "panic")
          .setOutputRedirector(log)
          .setErrorRedirector(log)
          .setPGStartupWait(Duration.ofSeconds(60))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path data(Path directory) {
    return directory.resolve("data");
  }
}
