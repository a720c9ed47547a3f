package care.vestibule.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;

/** The machine's own Chromium; tests that need one are skipped, loudly, where there is none. */
public final class Chromium implements AutoCloseable {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
  }

  /** Starts it, or skips the test that asks. */
  public static Chromium open() {
    var executable = find();
    if (executable.isEmpty()) {
      LoggerFactory.getLogger(Chromium.class)
          .error("NO CHROMIUM ON THIS MACHINE: BROWSER TESTS ARE SKIPPED");
    }
    Assumptions.assumeTrue(executable.isPresent(), "no Chromium on this machine");
    return new Chromium(executable.orElseThrow());
  }

  /** A visitor with a profile of its own: its cookies, keys and window size are nobody else's. */
  public BrowserVisit visit(int width, int height) {
    return new BrowserVisit(
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)));
  }

  /** A visitor whose browser asks for pages in that language, e.g. {@code de-DE}. */
  public BrowserVisit visitIn(String locale, int width, int height) {
    return new BrowserVisit(
        browser.newContext(
            new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height)));
  }

  /** A visitor who prefers dark pages. */
  public BrowserVisit visitInTheDark(int width, int height) {
    return new BrowserVisit(
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(width, height)));
  }

  /** A visitor whose browser runs no scripts. */
  public BrowserVisit visitWithoutScripts(int width, int height) {
    return new BrowserVisit(
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, height)));
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> find() {
    var directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(directories).map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
