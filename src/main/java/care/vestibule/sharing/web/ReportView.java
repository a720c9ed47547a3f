package care.vestibule.sharing.web;

import care.vestibule.sharing.SharingReport;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sharing report in the shape the MedTech SDK's users know; a missing error is null, not left
 * out.
 */
record ReportView(UUID patient, Statuses statuses) {

  static ReportView of(SharingReport report) {
    return new ReportView(
        report.patient().value(),
        new Statuses(
            Status.of(report.dataSamples()),
            Status.of(report.healthcareElements()),
            Status.of(report.patientRecord())));
  }

  record Statuses(Status dataSamples, Status healthcareElements, Status patient) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Status(boolean success, @Nullable String error, int modified, int heldBack) {

    static Status of(SharingReport.Part part) {
      // Nothing shared is no success to a reader who knows nothing of holds.
      return part.success() && part.isAllHeldBack()
          ? new Status(false, "HELD_BACK", 0, part.heldBack())
          : new Status(part.success(), part.error().orElse(null), part.modified(), part.heldBack());
    }
  }
}
