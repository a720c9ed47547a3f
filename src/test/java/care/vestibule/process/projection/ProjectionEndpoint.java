package care.vestibule.process.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.vestibule.local.ExporterSettings;
import care.vestibule.testing.TestDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a broker's exporter posts to, with the projection behind it; can be shut. */
public final class ProjectionEndpoint implements AutoCloseable {

  private final HttpServer server;
  private final Projection projection;
  private final TransactionTemplate transactions;
  private final AtomicLong records = new AtomicLong();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<Long> lags = new CopyOnWriteArrayList<>();
  private volatile boolean open = true;
  private volatile boolean mute;

  /** Opens it on a free port of loopback, before the test database. */
  public ProjectionEndpoint() {
    this(TestDatabase.get().dataSource(), 0);
  }

  /** Opens it on a port of loopback, or a free one if that is 0. */
  ProjectionEndpoint(DataSource dataSource, int port) {
    var jdbc = JdbcClient.create(dataSource);
    var writes = new RowWrites(jdbc);
    projection = new Projection(writes, new ExportPositions(jdbc), new Journal(jdbc, writes));
    transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/engine/records", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/engine/records");
  }

  /** How a broker finds it. */
  public ExporterSettings settings() {
    return new ExporterSettings(jar(), address(), "0123456789abcdef0123456789abcdef");
  }

  /** Lets nobody in, and puts out whoever is inside. */
  public void shut() {
    open = false;
  }

  /** Lets the exporter in again. */
  public void open() {
    open = true;
  }

  /** Goes on taking, and never answers again. */
  void mute() {
    mute = true;
  }

  /** How many records were taken; some of them perhaps more than once. */
  public long records() {
    return records.get();
  }

  /** What was taken, post by post. */
  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** How late the newest record of each post was, in milliseconds. */
  public List<Long> lags() {
    return List.copyOf(lags);
  }

  /** Applies a body as the exporter posts it, on this thread. */
  public int apply(String body) {
    var batch = body.lines().map(EngineRecord::parse).toList();
    transactions.executeWithoutResult(status -> projection.apply(batch));
    records.addAndGet(batch.size());
    return batch.size();
  }

  /** Rebuilds the read model from the journal, as a portal would that nobody else needs. */
  public void rebuild() {
    EngineTruth.rebuild(5_000);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (open) {
        if (apply(body) > 0) {
          bodies.add(body);
          lags.add(Long.valueOf(exchange.getRequestHeaders().getFirst("Vestibule-Lag")));
        }
        while (mute) {
          LockSupport.park();
        }
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  private static Path jar() {
    try (var jars = Files.newDirectoryStream(Path.of("target"), "vestibule-*-exporter.jar")) {
      return jars.iterator().next().toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
