package care.vestibule.monitoring.web;

import care.vestibule.monitoring.deadlines.Deadline;
import care.vestibule.monitoring.deadlines.Deadline.State;
import care.vestibule.monitoring.deadlines.DeadlineFilter;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter of deadlines as the address has it; anything else in it is as if it were absent.
 *
 * @param kind {@code step} or {@code law}; absent is both
 * @param show {@code late}, {@code risk} or {@code all}; absent is what is late or at risk
 */
public record DeadlineParameters(@Nullable String kind, @Nullable String show) {

  DeadlineFilter filter() {
    return new DeadlineFilter(kinds(), states());
  }

  private Optional<Deadline.Kind> kinds() {
    return switch (Objects.requireNonNullElse(kind, "")) {
      case "step" -> Optional.of(Deadline.Kind.STEP);
      case "law" -> Optional.of(Deadline.Kind.LAW);
      default -> Optional.empty();
    };
  }

  private Set<State> states() {
    return switch (Objects.requireNonNullElse(show, "")) {
      case "late" -> EnumSet.of(State.LATE);
      case "risk" -> EnumSet.of(State.AT_RISK);
      case "all" -> EnumSet.allOf(State.class);
      default -> EnumSet.of(State.AT_RISK, State.LATE);
    };
  }
}
