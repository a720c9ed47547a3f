package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of the list as one doctor sees it. */
final class TaskRows implements RowMapper<TaskRow> {

  private final HcpId reader;
  private final Instant now;

  TaskRows(HcpId reader, Instant now) {
    this.reader = reader;
    this.now = now;
  }

  @Override
  public TaskRow mapRow(ResultSet row, int number) throws SQLException {
    var asked = new HcpId(row.getObject("hcp", UUID.class));
    var handler = Optional.ofNullable(row.getObject("handler", UUID.class)).map(HcpId::new);
    var state = state(row, handler);
    var due = instant(row, "due_at").orElseThrow();
    return new TaskRow(
        new AccessRequestId(row.getObject("id", UUID.class)),
        new PatientId(row.getObject("responsible", UUID.class)),
        handler.orElse(asked),
        (row.getString("given") + " " + row.getString("family")).strip(),
        row.getObject("birth_date", LocalDate.class),
        instant(row, "created").orElseThrow(),
        due,
        state.isOpen() && due.isBefore(now),
        instant(row, "modified").orElseThrow(),
        state,
        handler.isPresent() ? Optional.of(row.getString("handler_name")) : Optional.empty(),
        instant(row, "handled_since"),
        asked.equals(reader) ? Optional.empty() : Optional.of(row.getString("asked_name")),
        row.getBoolean("checked") && state.isOpen());
  }

  private TaskState state(ResultSet row, Optional<HcpId> handler) throws SQLException {
    return switch (AccessRequestStatus.valueOf(row.getString("status"))) {
      case COMPLETED -> row.getBoolean("all_held") ? TaskState.HELD_BACK : TaskState.SHARED;
      case CANCELLED -> TaskState.CLOSED;
      case PENDING -> openState(row, handler, TaskState.HANDED);
      case ONGOING -> openState(row, handler, TaskState.MINE);
    };
  }

  private TaskState openState(ResultSet row, Optional<HcpId> handler, TaskState own)
      throws SQLException {
    if (row.getObject("answered_at") != null) {
      return TaskState.BEING_SHARED;
    }
    if (row.getString("problem") != null) {
      return TaskState.BLOCKED;
    }
    return handler.map(who -> who.equals(reader) ? own : TaskState.TAKEN).orElse(TaskState.WAITING);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
