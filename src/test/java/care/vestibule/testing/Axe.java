package care.vestibule.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at an open page with axe-core, by the rules of WCAG 2.2 levels A and AA. */
public final class Axe {

  private static final Path SCRIPT =
      Path.of("src", "main", "frontend", "node_modules", "axe-core", "axe.min.js");

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Axe() {}

  /** The violations, each with the elements it is about; empty if there are none. */
  @SuppressWarnings("unchecked")
  public static List<String> violationsOn(Page page) {
    loadInto(page);
    return (List<String>)
        page.evaluate(
            """
            async (rules) => {
              const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
              return found.violations.map((one) => one.id + ': '
                + one.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; '));
            }
            """,
            RULES);
  }

  /** How many rules found something to judge: none would mean that nothing was looked at. */
  public static int rulesThatApplyTo(Page page) {
    loadInto(page);
    var passes =
        page.evaluate(
            """
            async (rules) => {
              const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
              return found.passes.length;
            }
            """,
            RULES);
    return ((Number) passes).intValue();
  }

  // What a page looks like is judged too: that is not known before its styles have come.
  private static void loadInto(Page page) {
    page.waitForLoadState();
    page.evaluate(script());
  }

  private static String script() {
    try {
      return Files.readString(SCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
