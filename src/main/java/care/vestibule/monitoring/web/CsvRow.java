package care.vestibule.monitoring.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of comma-separated values, ended by CR LF (RFC 4180).
 *
 * <p>A spreadsheet takes a field that begins with {@code = + - @}, a tab or a carriage return for a
 * formula and carries it out; such a field gets an apostrophe in front (OWASP, CSV injection).
 */
record CsvRow(List<String> fields) {

  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
  private static final Pattern TO_QUOTE = Pattern.compile("[\",\\r\\n]");

  static CsvRow of(String... fields) {
    return new CsvRow(List.of(fields));
  }

  @Override
  public String toString() {
    return fields.stream().map(CsvRow::written).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String written(String field) {
    var harmless = FORMULA.matcher(field).find() ? "'" + field : field;
    return TO_QUOTE.matcher(harmless).find()
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
