package care.vestibule.records.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the day a resource is about.
 *
 * <p>When it happened goes before when it was written down. A year or a month counts as its first
 * day; the time of day and its zone are cut off, so the day is the one the author saw.
 */
final class ClinicalDates {

  private static final List<String> PATHS =
      List.of(
          "/effectiveDateTime",
          "/effectivePeriod/start",
          "/effectiveInstant",
          "/occurrenceDateTime",
          "/occurrencePeriod/start",
          "/performedDateTime",
          "/performedPeriod/start",
          "/onsetDateTime",
          "/onsetPeriod/start",
          "/period/start",
          "/started",
          "/authoredOn",
          "/recordedDate",
          "/date",
          "/whenHandedOver",
          "/issued",
          "/created");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?(?:T.*)?");

  private ClinicalDates() {}

  static Optional<LocalDate> of(ObjectNode resource) {
    return PATHS.stream()
        .map(resource::at)
        .filter(JsonNode::isString)
        .map(node -> DATE.matcher(node.asString()))
        .filter(date -> date.matches())
        .findFirst()
        .map(date -> LocalDate.of(part(date.group(1)), part(date.group(2)), part(date.group(3))));
  }

  private static int part(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
