package care.vestibule.monitoring.web;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.SavedViews;
import care.vestibule.monitoring.deadlines.Deadlines;
import care.vestibule.monitoring.operations.Operations;
import care.vestibule.monitoring.processes.ElementNames;
import care.vestibule.monitoring.processes.HcpMessages;
import care.vestibule.monitoring.processes.PatientMessages;
import care.vestibule.monitoring.processes.ProcessAudit;
import care.vestibule.monitoring.processes.ProcessHistories;
import care.vestibule.monitoring.processes.ProcessInstances;
import care.vestibule.monitoring.processes.ProcessModels;
import care.vestibule.monitoring.processes.ProcessReferences;
import care.vestibule.sharing.SharingReport;
import care.vestibule.sharing.SharingReports;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of processes, and one of them in full. */
@Controller
@OnlyIn(Zone.PORTAL)
class ProcessInstancesPage {

  private static final int PAGE = 50;

  private final ProcessInstances instances;
  private final ProcessHistories histories;
  private final OpenIncidents incidents;
  private final AccessRequests notifications;
  private final SharingReports reports;
  private final PatientMessages messages;
  private final HcpMessages doctorMessages;
  private final SavedViews views;
  private final Operations operations;
  private final ProcessReferences references;
  private final ProcessAudit audit;
  private final Deadlines deadlines;
  private final ProcessModels models;
  private final ElementNames names;
  private final DashboardModel frame;
  private final Clock clock;

  ProcessInstancesPage(
      ProcessInstances instances,
      ProcessHistories histories,
      OpenIncidents incidents,
      AccessRequests notifications,
      SharingReports reports,
      PatientMessages messages,
      HcpMessages doctorMessages,
      SavedViews views,
      Operations operations,
      ProcessReferences references,
      ProcessAudit audit,
      Deadlines deadlines,
      ProcessModels models,
      ElementNames names,
      DashboardModel frame,
      Clock clock) {
    this.instances = instances;
    this.histories = histories;
    this.incidents = incidents;
    this.notifications = notifications;
    this.reports = reports;
    this.messages = messages;
    this.doctorMessages = doctorMessages;
    this.views = views;
    this.operations = operations;
    this.references = references;
    this.audit = audit;
    this.deadlines = deadlines;
    this.models = models;
    this.names = names;
    this.frame = frame;
    this.clock = clock;
  }

  @GetMapping("/monitor/instances")
  String list(
      Actor.Operations actor,
      @ModelAttribute("asked") ProcessInstanceParameters asked,
      @RequestParam(defaultValue = "false") boolean unnamed,
      Model model,
      Locale locale) {
    frame.fill(model, locale);
    model.addAttribute("elements", names.all());
    model.addAttribute("views", views.of(actor));
    model.addAttribute("filter", asked.query());
    model.addAttribute("unnamed", unnamed);
    var filter = asked.filter(clock.instant());
    model.addAttribute("misread", filter.isEmpty());
    filter.ifPresent(wanted -> model.addAttribute("page", instances.search(wanted, PAGE)));
    return "monitoring/instances";
  }

  @GetMapping("/monitor/instances/{key}")
  String detail(Actor.Operations actor, @PathVariable long key, Model model, Locale locale) {
    var instance = instances.find(key).orElseThrow(Problem::notFound);
    frame.fill(model, locale);
    model.addAttribute("instance", instance);
    model.addAttribute("visits", histories.visits(instance));
    model.addAttribute("modelKnown", models.versions().contains(instance.version()));
    model.addAttribute("timers", histories.timers(instance));
    model.addAttribute("incidents", incidents.of(key));
    model.addAttribute("past", histories.pastIncidents(instance));
    model.addAttribute("messages", messages.of(instance));
    model.addAttribute("canExtend", instance.standsAt().contains("await-login"));
    model.addAttribute("decided", operations.of(key));
    model.addAttribute("law", instance.invitation().flatMap(deadlines::byLaw));
    var asked = instance.invitation().map(notifications::ofInvitation).orElse(List.of());
    model.addAttribute("asked", asked);
    model.addAttribute("shares", shares(asked));
    model.addAttribute("doctorMessages", doctorMessages.about(asked));
    model.addAttribute("references", references.of(instance, asked));
    model.addAttribute("audit", audit.of(instance, asked));
    return "monitoring/instance";
  }

  private Map<AccessRequestId, SharingReport> shares(List<AccessRequest> asked) {
    var shares = new HashMap<AccessRequestId, SharingReport>();
    asked.forEach(one -> reports.inAll(one.id()).ifPresent(report -> shares.put(one.id(), report)));
    return shares;
  }
}
