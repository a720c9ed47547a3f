package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.accessrequest.deputy.Deputyships;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.identity.web.ShownTime;
import care.vestibule.tasklist.SavedViews;
import care.vestibule.tasklist.TaskQuery;
import care.vestibule.tasklist.Tasks;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Fills the page of the list, alone or with one request beside it, in one transaction. */
@Component
@OnlyIn(Zone.PORTAL)
@Transactional(readOnly = true)
class TaskModel {

  static final String PAGE = "tasklist/tasks";

  private static final Set<String> NEWS =
      Set.of(
          "approved",
          "declined",
          "taken-by-you",
          "released",
          "assigned",
          "commented",
          "check-asked",
          "checked",
          "unchecked",
          "already-decided",
          "taken",
          "closed",
          "no-key",
          "key-changed",
          "key-not-compared",
          "has-holds",
          "hold-already",
          "hold-day",
          "hold-forgotten",
          "hold-no-record",
          "hold-none",
          "hold-read-already",
          "hold-released",
          "hold-too-many",
          "no-colleague",
          "comment-length",
          "message-too-long",
          "view-name");

  private final Tasks tasks;
  private final TaskListSentences words;
  private final SavedViews views;
  private final Deputyships deputyships;
  private final Clock clock;

  TaskModel(
      Tasks tasks,
      TaskListSentences words,
      SavedViews views,
      Deputyships deputyships,
      Clock clock) {
    this.tasks = tasks;
    this.words = words;
    this.views = views;
    this.deputyships = deputyships;
    this.clock = clock;
  }

  void list(Model model, Actor.Doctor doctor, TaskQuery query, Locale locale) {
    model.addAttribute("area", "staff");
    var list = tasks.list(doctor, query);
    var time = new ShownTime(clock, locale);
    model.addAttribute("list", list);
    model.addAttribute("listed", words.of(list.rows(), time));
    model.addAttribute("filter", TaskListParameters.of(query));
    model.addAttribute("more", TaskListParameters.of(query.withMore()));
    model.addAttribute("views", views.of(doctor));
    model.addAttribute("time", time);
  }

  /**
   * The list and one request.
   *
   * @throws Problem 404 if the request is not this doctor's
   */
  void detail(
      Model model,
      Actor.Doctor doctor,
      AccessRequestId id,
      TaskQuery query,
      String news,
      Locale locale) {
    list(model, doctor, query, locale);
    model.addAttribute("task", tasks.find(doctor, id).orElseThrow(Problem::notFound));
    model.addAttribute("colleagues", deputyships.colleaguesOf(doctor.hcp()));
    model.addAttribute("reasons", DeclineReason.values());
    model.addAttribute("news", NEWS.contains(news) ? news : "");
  }
}
