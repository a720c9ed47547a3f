package care.vestibule.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import care.vestibule.notification.Cursor;
import care.vestibule.notification.Notification;
import care.vestibule.notification.NotificationFilter;
import care.vestibule.notification.NotificationPage;
import care.vestibule.notification.NotificationStatus;
import care.vestibule.notification.Notifications;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's professionals who could not be asked. */
@Component
@Transactional(readOnly = true)
public class DoctorProblems {

  private static final NotificationFilter OPEN =
      NotificationFilter.in(EnumSet.of(NotificationStatus.PENDING, NotificationStatus.ONGOING));

  private final Notifications notifications;

  DoctorProblems(Notifications notifications) {
    this.notifications = notifications;
  }

  /** One row a professional and problem, the oldest first. */
  public List<DoctorProblem> all() {
    return withProblem().stream()
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

  private List<Notification> withProblem() {
    var found = new ArrayList<Notification>();
    var next = Optional.<Cursor>empty();
    do {
      NotificationPage page = notifications.search(from(next));
      page.notifications().stream().filter(one -> one.problem().isPresent()).forEach(found::add);
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  private static NotificationFilter from(Optional<Cursor> cursor) {
    return new NotificationFilter(
        OPEN.statuses(),
        OPEN.type(),
        OPEN.responsible(),
        OPEN.hcp(),
        OPEN.after(),
        cursor,
        OPEN.limit());
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
