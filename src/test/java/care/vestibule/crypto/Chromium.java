package care.vestibule.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a real browser that has the frontend's crypto, served from this machine's loopback. */
final class Chromium implements AutoCloseable {

  private static final Path HARNESS = Path.of("target/frontend-tests/harness.js");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> ARGUMENTS =
      List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking");

  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final Playwright playwright;
  private final Browser browser;
  private final Page page;

  private Chromium(Path executable) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    serve("/", "<!doctype html><title>.</title><script type=module src=/harness.js></script>");
    served.put("/harness.js", Files.readAllBytes(HARNESS));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    page = browser.newPage();
    // Thousands of operations in one call take their time on a machine that builds something else.
    page.setDefaultTimeout(600_000);
    page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    awaitHarness();
  }

  /** Opens the page; where no browser is installed, says so in one line and skips the tests. */
  static Chromium open() throws IOException {
    var executable = executable();
    if (executable.isEmpty()) {
      System.err.println("!!! NO CHROMIUM ON THE PATH: the browser's half of crypto is NOT TESTED");
    }
    assumeTrue(executable.isPresent(), "no chromium on the path");
    return new Chromium(executable.orElseThrow());
  }

  private static Optional<Path> executable() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
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
    browser.close();
    playwright.close();
    server.stop(0);
  }
}
