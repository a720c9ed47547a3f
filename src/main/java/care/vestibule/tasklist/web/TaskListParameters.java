package care.vestibule.tasklist.web;

import care.vestibule.tasklist.TaskQuery;
import care.vestibule.tasklist.TaskSort;
import care.vestibule.tasklist.TaskView;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The list's filter as it stands in the address; what is not understood is as if not said. */
record TaskListParameters(
    @Nullable String view,
    @Nullable String q,
    @Nullable String sort,
    @Nullable String overdue,
    @Nullable String limit) {

  TaskQuery query() {
    return new TaskQuery(
        named(TaskView.class, view, TaskView.QUEUE),
        q == null ? "" : q,
        named(TaskSort.class, sort, TaskSort.DUE),
        "true".equals(overdue),
        limit != null && limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : TaskQuery.PAGE);
  }

  /** The query part of the address of this list; empty for the queue as it is. */
  static String of(TaskQuery query) {
    var address = UriComponentsBuilder.newInstance();
    if (query.view() != TaskView.QUEUE) {
      address.queryParam("view", lower(query.view()));
    }
    if (!query.text().isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (query.sort() != TaskSort.DUE) {
      address.queryParam("sort", lower(query.sort()));
    }
    if (query.overdue()) {
      address.queryParam("overdue", "true");
    }
    if (query.limit() != TaskQuery.PAGE) {
      address.queryParam("limit", query.limit());
    }
    var encoded = address.encode().build(query.text()).getRawQuery();
    return encoded == null ? "" : encoded;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E named(Class<E> type, @Nullable String name, E otherwise) {
    return Optional.ofNullable(name).stream()
        .flatMap(
            given ->
                java.util.stream.Stream.of(type.getEnumConstants())
                    .filter(one -> lower(one).equals(given)))
        .findFirst()
        .orElse(otherwise);
  }
}
