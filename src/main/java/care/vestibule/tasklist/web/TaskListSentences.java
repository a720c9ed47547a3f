package care.vestibule.tasklist.web;

import care.vestibule.identity.web.ShownTime;
import care.vestibule.tasklist.TaskRow;
import care.vestibule.tasklist.TaskState;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the rows of the list into the reader's words. */
@Component
@OnlyIn(Zone.PORTAL)
class TaskListSentences {

  private final MessageSource messages;

  TaskListSentences(MessageSource messages) {
    this.messages = messages;
  }

  List<ListedTask> of(List<TaskRow> rows, ShownTime time) {
    return rows.stream().map(row -> of(row, time)).toList();
  }

  private ListedTask of(TaskRow row, ShownTime time) {
    var locale = time.locale();
    var ago = time.ago(row.asked());
    var taken = row.state() == TaskState.TAKEN ? row.handler() : Optional.<String>empty();
    return new ListedTask(
        row.id().toString(),
        row.version(),
        row.state(),
        row.patientName(),
        time.day(row.birthDate()),
        tone(row.state()),
        messages.getMessage("tasklist.state." + row.state(), null, locale),
        messages.getMessage("tasklist.ago." + ago.unit(), new Object[] {ago.count()}, locale),
        row.overdue(),
        row.checked(),
        sentence("tasklist.by", taken, locale),
        sentence("tasklist.askedOf", row.askedOf(), locale));
  }

  private @Nullable String sentence(String key, Optional<String> name, Locale locale) {
    return name.isPresent() ? messages.getMessage(key, new Object[] {name.get()}, locale) : null;
  }

  private static String tone(TaskState state) {
    return switch (state) {
      case SHARED -> "good";
      case WAITING, HANDED -> "warn";
      case BLOCKED -> "bad";
      case MINE, TAKEN, BEING_SHARED, HELD_BACK, CLOSED -> "";
    };
  }

  /**
   * A row of the list in the reader's words, ready to be shown: a template that asks for each of
   * them by expressions takes twice as long.
   *
   * @param version another text whenever the request has changed
   * @param born the patient's day of birth
   * @param tone how the state is coloured: {@code good}, {@code warn}, {@code bad} or not at all
   * @param standing the state in words
   * @param asked how long ago the patient asked
   * @param takenBy who is on it, in a sentence, if that is somebody else
   * @param askedOf who was asked, in a sentence, if that is somebody else
   */
  public record ListedTask(
      String id,
      String version,
      TaskState state,
      String name,
      String born,
      String tone,
      String standing,
      String asked,
      boolean overdue,
      boolean checked,
      @Nullable String takenBy,
      @Nullable String askedOf) {}
}
