package care.vestibule.monitoring.web;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * One row of comma-separated values, ended by CR LF (RFC 4180).
 *
 * <p>A spreadsheet takes a field that begins with {@code = + - @}, a tab or a carriage return for a
 * formula and carries it out; such a field gets an apostrophe in front (OWASP, CSV injection).
 */
record CsvRow(List<String> fields) {

  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

  static CsvRow of(String... fields) {
    return new CsvRow(List.of(fields));
  }

  @Override
  public String toString() {
    return CSVFormat.RFC4180.format(fields.stream().map(CsvRow::harmless).toArray()) + "\r\n";
  }

  private static String harmless(String field) {
    return FORMULA.matcher(field).find() ? "'" + field : field;
  }
}
