package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what happened to a request with times and people's names; needs a transaction. */
@Component
class TaskHistory {

  private static final String DOCTOR = "hcp:";

  private final AccessRequests notifications;
  private final HealthcareProfessionals professionals;

  TaskHistory(AccessRequests notifications, HealthcareProfessionals professionals) {
    this.notifications = notifications;
    this.professionals = professionals;
  }

  List<HistoryLine> of(AccessRequestId id) {
    return Stream.concat(
            notifications.historyOf(id).stream().map(this::line),
            notifications.decisionOn(id).stream().map(this::line))
        .sorted(Comparator.comparing(HistoryLine::at))
        .toList();
  }

  private HistoryLine line(HistoryEntry entry) {
    return new HistoryLine(
        entry.at(), nameOf(entry.actor()), what(entry), entry.reason().flatMap(this::nameOf));
  }

  private HistoryLine line(Decision decision) {
    return new HistoryLine(
        decision.at(),
        nameOf(DOCTOR + decision.doctor()),
        decision.approved() ? "APPROVED" : "DECLINED",
        Optional.empty());
  }

  private static String what(HistoryEntry entry) {
    return switch (entry.kind()) {
      case MOVED ->
          entry.reason().filter("LEASE_RAN_OUT"::equals).isPresent()
              ? "LEASE_RAN_OUT"
              : "MOVED." + entry.to();
      case ESCALATED -> "ESCALATED." + entry.reason().orElse("DEPUTIES");
      case ASKED, ASSIGNED, DECIDED, REFUSED, REMINDED -> entry.kind().name();
    };
  }

  private Optional<String> nameOf(String reference) {
    return reference.startsWith(DOCTOR)
        ? professionals
            .find(HcpId.parse(reference.substring(DOCTOR.length())))
            .map(HealthcareProfessional::displayName)
        : Optional.empty();
  }
}
