package care.vestibule.monitoring.web;

import care.vestibule.monitoring.InstanceCursor;
import care.vestibule.monitoring.InstanceFilter;
import care.vestibule.monitoring.InstanceState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A filter as the address has it; absent and empty parts filter nothing.
 *
 * @param state a state in lower case
 * @param element an element's id
 * @param invitation an invitation's id
 * @param after where the former page ended
 */
public record AskedInstances(
    @Nullable String state,
    @Nullable String element,
    @Nullable String invitation,
    @Nullable String after) {

  /** The filter; empty if a part can not be read. */
  Optional<InstanceFilter> filter() {
    try {
      return Optional.of(
          new InstanceFilter(
              given(state).map(text -> InstanceState.valueOf(text.toUpperCase(Locale.ROOT))),
              given(element),
              given(invitation).map(UUID::fromString),
              given(after).map(InstanceCursor::parse)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The filter as the query part of an address, without where the former page ended. */
  String query() {
    var query = UriComponentsBuilder.newInstance();
    given(state).ifPresent(one -> query.queryParam("state", "{state}"));
    given(element).ifPresent(one -> query.queryParam("element", "{element}"));
    given(invitation).ifPresent(one -> query.queryParam("invitation", "{invitation}"));
    var values =
        Map.of(
            "state", given(state).orElse(""),
            "element", given(element).orElse(""),
            "invitation", given(invitation).orElse(""));
    var written = query.encode().buildAndExpand(values).toUri().getRawQuery();
    return written == null ? "" : written;
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }
}
