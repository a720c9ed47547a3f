package care.vestibule.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a list of patients: CSV with the patient number first and, if wanted, the birth date
 * second, or a FHIR R4 {@code Group}.
 */
final class PatientList {

  /** More at once nobody looks through. */
  static final int MOST = 500;

  private static final Set<String> HEADINGS =
      Set.of("patient", "patient number", "number", "identifier", "mrn", "id");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PatientList() {}

  /** The patients, in order; nothing if it is no such list, or too long a one. */
  static Optional<List<NamedPatient>> read(String text) {
    var list = text.stripLeading().startsWith("{") ? group(text) : csv(text);
    return list.filter(found -> !found.isEmpty() && found.size() <= MOST);
  }

  private static Optional<List<NamedPatient>> csv(String text) {
    var list = text.replace("\uFEFF", "");
    // A quotation mark that is never closed would swallow the lines behind it: nothing is read
    // then.
    try (var parser = CSVParser.parse(list, format(list))) {
      var found = new ArrayList<NamedPatient>();
      int line = 1;
      for (var row : parser) {
        var name = row.get(0).strip();
        if (!name.isEmpty() && !HEADINGS.contains(name.toLowerCase(Locale.ROOT))) {
          var born = row.size() > 1 ? row.get(1).strip() : "";
          found.add(
              new NamedPatient(
                  line, name, Optional.empty(), Optional.of(born).filter(day -> !day.isEmpty())));
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
      return Optional.of(found);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** As spreadsheets write it: with a semicolon or a tab where the comma is for decimals. */
  private static CSVFormat format(String list) {
    var heading = list.lines().findFirst().orElse("");
    char delimiter = heading.contains(";") ? ';' : heading.contains("\t") ? '\t' : ',';
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .setTrailingData(true)
        .get();
  }

  private static Optional<List<NamedPatient>> group(String text) {
    try {
      var group = JSON.readTree(text);
      if (!group.path("resourceType").asString("").equals("Group")) {
        return Optional.empty();
      }
      var found = new ArrayList<NamedPatient>();
      int line = 0;
      for (var member : group.path("member")) {
        line++;
        if (!member.path("inactive").asBoolean(false)) {
          found.add(named(line, member.path("entity")));
        }
      }
      return Optional.of(found);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static NamedPatient named(int line, JsonNode entity) {
    var number = entity.path("identifier").path("value").asString("");
    var system = entity.path("identifier").path("system").asString("");
    return number.isEmpty()
        ? new NamedPatient(
            line, entity.path("reference").asString("?"), Optional.empty(), Optional.empty())
        : new NamedPatient(
            line, number, Optional.of(system).filter(uri -> !uri.isEmpty()), Optional.empty());
  }

  /**
   * A patient as a list from elsewhere names one.
   *
   * @param line where in the list, from 1
   * @param name a number, or {@code Patient/<id>}
   * @param system the URI of who gave the number out, if the list says so
   * @param born the birth date beside it, as it was written; a safeguard against slipped rows
   */
  public record NamedPatient(
      int line, String name, Optional<String> system, Optional<String> born) {}
}
