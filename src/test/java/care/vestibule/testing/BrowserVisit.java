package care.vestibule.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One visitor's page, and everything the browser complained about on it. */
public final class BrowserVisit implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  BrowserVisit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
  }

  /** The page. */
  public Page page() {
    return page;
  }

  /** Script errors, violations of the content security policy, missing files. */
  public List<String> complaints() {
    return complaints;
  }

  /** Keeps a picture of the window under {@code target/pictures}. */
  public void keepPicture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }

  /** Keeps a picture of the whole page under {@code target/pictures}. */
  public void keepWholePicture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pictures", name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
