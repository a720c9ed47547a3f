package care.vestibule.tasklist.web;

import care.vestibule.tasklist.TaskRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request in a list, for systems that show one of their own. */
record TaskRowView(
    UUID id,
    String patientName,
    LocalDate birthDate,
    String state,
    Instant asked,
    Instant due,
    boolean overdue,
    Instant changed,
    @Nullable String handler,
    @Nullable Instant handledSince,
    @Nullable String askedOf) {

  static TaskRowView of(TaskRow row) {
    return new TaskRowView(
        row.id().value(),
        row.patientName(),
        row.birthDate(),
        row.state().name().toLowerCase(Locale.ROOT),
        row.asked(),
        row.due(),
        row.overdue(),
        row.changed(),
        row.handler().isPresent() ? row.handler().get() : null,
        row.since().isPresent() ? row.since().get() : null,
        row.askedOf().isPresent() ? row.askedOf().get() : null);
  }
}
