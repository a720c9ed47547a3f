package care.vestibule.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that can be stopped and started again on its port. */
final class FakePortal implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private final int port;
  private HttpServer server;

  FakePortal() {
    server = serve(0);
    port = server.getAddress().getPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/engine/records");
  }

  /** The lines of every batch that was answered 200. */
  List<String> lines() {
    return lines;
  }

  /** Partition, lag and authorization of every post that was answered 200. */
  List<String> headers() {
    return headers;
  }

  void answer(int next) {
    status = next;
  }

  void stop() {
    server.stop(0);
  }

  void startAgain() {
    server = serve(port);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private HttpServer serve(int on) {
    try {
      var created =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
      created.createContext("/engine/records", this::handle);
      created.start();
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (status == 200) {
      lines.addAll(body.lines().toList());
      var sent = exchange.getRequestHeaders();
      headers.add(
          String.join(
              " ",
              sent.getFirst("Vestibule-Partition"),
              sent.getFirst("Vestibule-Lag"),
              sent.getFirst("Authorization")));
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
