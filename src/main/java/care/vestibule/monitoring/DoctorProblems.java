package care.vestibule.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import care.vestibule.notification.Notification;
import care.vestibule.notification.Notifications;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's professionals who could not be asked. */
@Component
@Transactional(readOnly = true)
public class DoctorProblems {

  private final Notifications notifications;

  DoctorProblems(Notifications notifications) {
    this.notifications = notifications;
  }

  /** One row a professional and problem, the oldest first. */
  public List<DoctorProblem> all() {
    return notifications.withProblem().stream()
        .collect(
            groupingBy(
                one -> new Group(one.hcp().value(), one.problem().orElseThrow().name()),
                LinkedHashMap::new,
                toList()))
        .values()
        .stream()
        .map(DoctorProblems::summary)
        .toList();
  }

  private static DoctorProblem summary(List<Notification> ofOne) {
    var first = ofOne.stream().min(Comparator.comparing(Notification::created)).orElseThrow();
    return new DoctorProblem(
        first.hcp().value(),
        first.problem().orElseThrow(),
        ofOne.stream().map(Notification::invitation).distinct().toList(),
        first.created());
  }

  private record Group(UUID hcp, String problem) {}
}
