package care.vestibule.monitoring.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alert rule of the one form Vestibule uses, {@code max(metric{label="value"}) > number}, or
 * {@code sum}, read strictly: what is not of this form is refused.
 */
record AlertRule(
    String name, Aggregation over, String selector, double threshold, Duration lasting) {

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?<over>max|sum)\\((?<selector>[a-z_]+(\\{[a-z]+=\"[a-z_-]+\"(,[a-z]+=\"[a-z_-]+\")*})?)\\)"
              + " > (?<threshold>[0-9]+(\\.[0-9]+)?)");
  private static final Pattern LASTING = Pattern.compile("(?<number>[0-9]+)(?<unit>[smh])");

  enum Aggregation {
    MAX,
    SUM
  }

  static AlertRule of(Map<String, ?> read) {
    var expression = matched(EXPRESSION, String.valueOf(read.get("expr")));
    var lasting = matched(LASTING, String.valueOf(read.get("for")));
    return new AlertRule(
        String.valueOf(read.get("alert")),
        expression.group("over").equals("max") ? Aggregation.MAX : Aggregation.SUM,
        expression.group("selector"),
        Double.parseDouble(expression.group("threshold")),
        Duration.parse(
            "PT"
                + lasting.group("number")
                + lasting.group("unit").toUpperCase(java.util.Locale.ROOT)));
  }

  /** Whether it fires after these scrapes, of which the last is the newest. */
  boolean fires(List<Scrape> scrapes) {
    var newest = scrapes.getLast().at();
    var since = newest;
    for (var scrape : scrapes.reversed()) {
      if (!isTrueOf(scrape)) {
        break;
      }
      since = scrape.at();
    }
    return isTrueOf(scrapes.getLast()) && !since.plus(lasting).isAfter(newest);
  }

  /** Whether the expression has a value at all. */
  boolean isAboutSomethingIn(Scrape scrape) {
    return !scrape.values(selector).isEmpty();
  }

  private boolean isTrueOf(Scrape scrape) {
    var values = scrape.values(selector).stream().mapToDouble(Double::doubleValue);
    return (over == Aggregation.MAX ? values.max().orElse(Double.NaN) : values.sum()) > threshold;
  }

  private static Matcher matched(Pattern form, String text) {
    var matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not of the form the rules have: " + text);
    }
    return matcher;
  }
}
