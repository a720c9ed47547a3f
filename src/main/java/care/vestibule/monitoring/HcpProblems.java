package care.vestibule.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestProblem;
import care.vestibule.accessrequest.AccessRequests;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's professionals who could not be asked. */
@Component
@Transactional(readOnly = true)
public class HcpProblems {

  private final AccessRequests notifications;

  HcpProblems(AccessRequests notifications) {
    this.notifications = notifications;
  }

  /** One row a professional and problem, the oldest first. */
  public List<HcpProblem> all() {
    return notifications.withProblem().stream()
        .collect(
            groupingBy(
                one -> new Group(one.hcp().value(), one.problem().orElseThrow().name()),
                LinkedHashMap::new,
                toList()))
        .values()
        .stream()
        .map(HcpProblems::summary)
        .toList();
  }

  private static HcpProblem summary(List<AccessRequest> ofOne) {
    var first = ofOne.stream().min(Comparator.comparing(AccessRequest::created)).orElseThrow();
    return new HcpProblem(
        first.hcp().value(),
        first.problem().orElseThrow(),
        ofOne.stream().map(AccessRequest::invitation).distinct().toList(),
        first.created());
  }

  private record Group(UUID hcp, String problem) {}

  /**
   * A professional nobody waits for.
   *
   * @param hcp the professional's id
   * @param invitations whose patients asked for what this professional holds
   * @param since when the first of them asked
   */
  public record HcpProblem(
      UUID hcp, AccessRequestProblem problem, List<UUID> invitations, Instant since) {}
}
