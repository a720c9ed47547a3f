package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.PersonCheck;
import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.accessrequest.hold.HoldableRecords.HeldBackRecord;
import care.vestibule.sharing.SharePreviews.SharePreview;
import care.vestibule.tasklist.Comments.Comment;
import care.vestibule.tasklist.HistoryLine;
import care.vestibule.tasklist.OtherDoctor;
import care.vestibule.tasklist.TaskDetail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request in full. */
record TaskDetailView(
    TaskRowView task,
    @Nullable String fingerprint,
    boolean mustCompare,
    SharePreview holding,
    List<Held> heldBack,
    List<OtherDoctor> others,
    List<Comment> comments,
    List<Happened> history,
    @Nullable String identity,
    boolean waitsForEngine) {

  static TaskDetailView of(TaskDetail detail) {
    var context = detail.context();
    return new TaskDetailView(
        TaskRowView.of(detail.row()),
        detail.fingerprint().isPresent() ? detail.fingerprint().get() : null,
        detail.mustCompare(),
        detail.preview(),
        detail.heldBack().stream().map(Held::of).toList(),
        context.others(),
        context.comments(),
        context.history().stream().map(Happened::of).toList(),
        context.check().isPresent() ? identity(context.check().get()) : null,
        context.waitsForEngine());
  }

  private static String identity(PersonCheck check) {
    return check.outcome().map(Enum::name).orElse("ASKED").toLowerCase(Locale.ROOT);
  }

  /** One line of the history. */
  record Happened(Instant at, String what, @Nullable String who, @Nullable String whom) {

    static Happened of(HistoryLine line) {
      return new Happened(
          line.at(),
          line.what(),
          line.who().isPresent() ? line.who().get() : null,
          line.whom().isPresent() ? line.whom().get() : null);
    }
  }

  /** A record this doctor does not share for now; the type is missing if it is theirs no more. */
  record Held(
      UUID record,
      @Nullable String fhirType,
      @Nullable LocalDate day,
      HoldBackReason reason,
      LocalDate until) {

    static Held of(HeldBackRecord one) {
      return new Held(
          one.record(),
          one.fhirType().isPresent() ? one.fhirType().get() : null,
          one.day().isPresent() ? one.day().get() : null,
          one.reason(),
          one.lastDay());
    }
  }
}
