package care.vestibule.monitoring.web;

import care.vestibule.monitoring.processes.ProcessInstanceCursor;
import care.vestibule.monitoring.processes.ProcessInstanceFilter;
import care.vestibule.monitoring.processes.ProcessInstanceState;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A filter as the address has it; absent and empty parts filter nothing.
 *
 * @param state a state in lower case
 * @param element an element's id
 * @param invitation an invitation's id
 * @param patient a patient's id or reference, with or without {@code Patient/} before it
 * @param hcp a professional's id or reference, with or without {@code Practitioner/} before it
 * @param older how many days ago it began at least, 0 to 36500
 * @param incident a part of an incident's code, at most 100 characters
 * @param after where the former page ended
 */
public record ProcessInstanceParameters(
    @Nullable String state,
    @Nullable String element,
    @Nullable String invitation,
    @Nullable String patient,
    @Nullable String hcp,
    @Nullable String older,
    @Nullable String incident,
    @Nullable String after) {

  private static final int OLDEST = 36_500;

  // What elements and codes are called. PostgreSQL cannot even be asked for NUL.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  /** The filter as of that moment; empty if a part cannot be read. */
  Optional<ProcessInstanceFilter> filter(Instant now) {
    try {
      return Optional.of(
          new ProcessInstanceFilter(
              given(state).map(text -> ProcessInstanceState.valueOf(text.toUpperCase(Locale.ROOT))),
              given(element).map(ProcessInstanceParameters::name),
              given(invitation).map(UUID::fromString),
              given(patient).map(text -> reference("Patient/", text)),
              given(hcp).map(text -> reference("Practitioner/", text)),
              given(older).map(text -> now.minus(days(text))),
              given(incident).map(ProcessInstanceParameters::name),
              given(after).map(ProcessInstanceCursor::parse)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The filter as the query part of an address, without where the former page ended. */
  String query() {
    var parts = new LinkedHashMap<String, String>();
    put(parts, "state", state);
    put(parts, "element", element);
    put(parts, "invitation", invitation);
    put(parts, "patient", patient);
    put(parts, "hcp", hcp);
    put(parts, "older", older);
    put(parts, "incident", incident);
    var query = UriComponentsBuilder.newInstance();
    parts.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
    var written = query.encode().buildAndExpand(parts).toUri().getRawQuery();
    return written == null ? "" : written;
  }

  private static void put(Map<String, String> parts, String name, @Nullable String text) {
    given(text).ifPresent(one -> parts.put(name, one));
  }

  private static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("Nothing is called so");
    }
    return text;
  }

  private static UUID reference(String kind, String text) {
    return UUID.fromString(text.startsWith(kind) ? text.substring(kind.length()) : text);
  }

  private static Duration days(String text) {
    var days = Integer.parseInt(text);
    if (days < 0 || days > OLDEST) {
      throw new IllegalArgumentException("So long ago there was nothing");
    }
    return Duration.ofDays(days);
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }
}
