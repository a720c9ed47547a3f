package care.vestibule.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.testing.BrowserVisit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** A doctor at the task list in a browser. */
final class TaskScreen {

  private final Page page;
  private final URI base;

  TaskScreen(BrowserVisit visit, URI base) {
    this(visit.page(), base);
  }

  TaskScreen(Page page, URI base) {
    this.page = page;
    this.base = base;
  }

  /** Signs in and stands at the list. */
  TaskScreen signedInAs(String username) {
    page.navigate(base + "/tasks");
    page.fill("[name=username]", username);
    page.fill("[name=password]", DemoAccess.PASSWORD);
    page.locator("main button").click();
    page.waitForURL("**/tasks");
    return this;
  }

  /** Waits until the request of that family stands in the queue, and opens it. */
  TaskScreen opens(String family) {
    row(family).locator("a.item").click();
    assertThat(page.locator("#who")).containsText(family);
    return this;
  }

  Locator row(String family) {
    return page.locator("#tasks li:has-text('" + family + "')");
  }

  TaskScreen goesTo(String pathAndQuery) {
    page.navigate(base + pathAndQuery);
    return this;
  }

  /** Waits until the page listens to single keys: its script runs after the page is shown. */
  void listens() {
    assertThat(page.locator("#task-help-open")).isVisible();
  }

  void hears(String news) {
    assertThat(page.locator("#news")).containsText(news);
  }

  Page page() {
    return page;
  }
}
