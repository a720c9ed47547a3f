package care.vestibule.monitoring.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was told to a collector at one moment (Prometheus text format 0.0.4). */
record Scrape(Instant at, List<Sample> samples) {

  private static final Pattern SAMPLE =
      Pattern.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?<labels>.*)})? (?<value>\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"");

  record Sample(String name, Set<String> labels, double value) {}

  static Scrape of(Instant at, String text) {
    return new Scrape(
        at, text.lines().filter(line -> !line.startsWith("#")).map(Scrape::sample).toList());
  }

  /** The names of all metrics, each as a rule spells it. */
  Set<String> names() {
    return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The values of {@code name} or {@code name{label="value"}}. */
  List<Double> values(String selector) {
    var brace = selector.indexOf('{');
    var name = brace < 0 ? selector : selector.substring(0, brace);
    var wanted = brace < 0 ? Set.<String>of() : labels(selector.substring(brace));
    return samples.stream()
        .filter(sample -> sample.name().equals(name) && sample.labels().containsAll(wanted))
        .map(Sample::value)
        .toList();
  }

  private static Sample sample(String line) {
    var read = SAMPLE.matcher(line);
    if (!read.matches()) {
      throw new IllegalArgumentException("Not a sample: " + line);
    }
    var labels = read.group("labels");
    return new Sample(
        read.group("name"),
        labels == null ? Set.of() : labels(labels),
        number(read.group("value")));
  }

  private static Set<String> labels(String text) {
    return LABEL.matcher(text).results().map(hit -> hit.group()).collect(Collectors.toSet());
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
