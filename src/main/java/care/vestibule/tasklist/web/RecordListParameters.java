package care.vestibule.tasklist.web;

import care.vestibule.records.ReadingPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which records a page shows, as it stands in the address; what is not understood is as if not
 * said.
 *
 * @param type the FHIR resource type, if only one is wanted
 * @param after where the page begins
 * @param done whether the page says that a choice was kept
 */
record RecordListParameters(@Nullable String type, @Nullable String after, @Nullable String done) {

  Optional<String> kind() {
    return type == null ? Optional.empty() : HoldBackInput.type(type);
  }

  Optional<ReadingPosition> position() {
    return after == null ? Optional.empty() : HoldBackInput.position(after);
  }

  boolean isDone() {
    return "true".equals(done);
  }

  /** The query part of the address of this page. */
  String query() {
    return query(position().map(ReadingPosition::toString));
  }

  /** The query part of the address of the first page of the same. */
  String first() {
    return query(Optional.empty());
  }

  /** The query part of the address of the page that begins there. */
  String query(Optional<String> begin) {
    var address = UriComponentsBuilder.newInstance().queryParam("type", kind().orElse(""));
    begin.ifPresent(from -> address.queryParam("after", from));
    var built = address.build().getQuery();
    return built == null ? "" : built;
  }
}
