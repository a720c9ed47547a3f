package care.vestibule.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a real browser that has the frontend's crypto, served from this machine's loopback. */
final class CryptoPage implements AutoCloseable {

  private static final Path BUILT = Path.of("target/frontend-tests");

  private final List<String> workers = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final Chromium chromium;
  private final Page page;

  private CryptoPage(Chromium chromium) throws IOException {
    this.chromium = chromium;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    serve("/", "<!doctype html><title>.</title><script type=module src=/harness.js></script>");
    for (var script : List.of("harness.js", "opening-worker.js")) {
      served.put("/" + script, Files.readAllBytes(BUILT.resolve(script)));
    }
    page = chromium.visit(800, 600).page();
    // Thousands of operations in one call take their time on a machine that builds something else.
    page.setDefaultTimeout(600_000);
    page.onWorker(worker -> workers.add(worker.url()));
    page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    awaitHarness();
  }

  /** Opens the page; where no browser is installed the tests are skipped. */
  static CryptoPage open() throws IOException {
    return new CryptoPage(Chromium.open());
  }

  /** Calls a function of the harness and waits for its promise. */
  Object call(String function, Object... arguments) {
    return page.evaluate(
        "([name, values]) => harness[name](...values)", List.of(function, List.of(arguments)));
  }

  /** Calls a function of the harness whose answer is looked into. */
  JsonNode ask(String function, Object... arguments) {
    var text =
        page.evaluate(
            "async ([name, values]) => JSON.stringify(await harness[name](...values))",
            List.of(function, List.of(arguments)));
    return JsonMapper.shared().readTree((String) text);
  }

  /** The addresses of the scripts that ran in workers so far. */
  List<String> workers() {
    return List.copyOf(workers);
  }

  /** Loads the page again: what was only in its memory is gone. */
  void reload() {
    page.reload();
    awaitHarness();
  }

  private void awaitHarness() {
    page.waitForFunction("() => globalThis.harness !== undefined");
  }

  /** Lets the page fetch a text at a path. */
  void serve(String path, String text) {
    served.put(path, text.getBytes(UTF_8));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = served.get(path);
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    chromium.close();
    server.stop(0);
  }
}
