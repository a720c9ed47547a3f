package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.accessrequest.hold.HoldBacks;
import care.vestibule.accessrequest.hold.HoldableRecords;
import care.vestibule.accessrequest.hold.HoldableRecords.HoldableRecord;
import care.vestibule.identity.Actor;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The single records of a request, for health records that show a list of their own. */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping("/api/v1/tasks/{id}/records")
class TaskRecordsApi {

  private final HcpAccessRequests inbox;
  private final HoldableRecords records;
  private final HoldBacks holds;

  TaskRecordsApi(HcpAccessRequests inbox, HoldableRecords records, HoldBacks holds) {
    this.inbox = inbox;
    this.records = records;
    this.holds = holds;
  }

  @GetMapping
  @Operation(summary = "What this doctor would share, record by record, newest first")
  View list(
      Actor.Doctor doctor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String after) {
    var request = inbox.get(doctor.hcp(), new AccessRequestId(id));
    var page =
        records.page(
            request.id(),
            request.responsible(),
            doctor.hcp(),
            HoldBackInput.type(type),
            HoldBackInput.position(after));
    return new View(
        page.records().stream().map(Row::of).toList(),
        page.next().isPresent() ? page.next().get() : null);
  }

  @PostMapping("/{record}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Holds a record back no longer; it is shared if an approval stands")
  void release(Actor.Doctor doctor, @PathVariable UUID id, @PathVariable UUID record) {
    holds.release(doctor, new AccessRequestId(id), record);
  }

  /** A page; {@code next} is what {@code after} of the following one is. */
  record View(List<Row> records, @Nullable String next) {}

  /** One record; what it says is sealed. */
  record Row(UUID id, String fhirType, @Nullable LocalDate day, String state) {

    static Row of(HoldableRecord one) {
      return new Row(
          one.id(),
          one.fhirType(),
          one.day().isPresent() ? one.day().get() : null,
          one.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
