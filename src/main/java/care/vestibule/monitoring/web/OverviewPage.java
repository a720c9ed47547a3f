package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The overview: panels that load, and fail, each by itself. */
@Controller
@OnlyIn(Zone.PORTAL)
class OverviewPage {

  private static final Logger LOG = LoggerFactory.getLogger(OverviewPage.class);
  private static final int LONGEST = 365;

  private final PanelContent content;
  private final DashboardModel frame;

  OverviewPage(PanelContent content, DashboardModel frame) {
    this.content = content;
    this.frame = frame;
  }

  @GetMapping("/monitor")
  String overview(
      Actor.Operations operations,
      @RequestParam(defaultValue = "30") int days,
      Model model,
      Locale locale) {
    frame.fill(model, locale);
    model.addAttribute("days", inRange(days));
    model.addAttribute("panels", Panel.values());
    return "monitoring/overview";
  }

  /** One panel: a fragment for htmx, a page for a browser without JavaScript. */
  @GetMapping("/monitor/panels/{panel}")
  String panel(
      Actor.Operations operations,
      @PathVariable Panel panel,
      @RequestParam(defaultValue = "30") int days,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model,
      Locale locale) {
    frame.fill(model, locale);
    model.addAttribute("days", inRange(days));
    model.addAttribute("panel", panel);
    try {
      model.addAttribute("shown", content.of(panel, inRange(days)));
    } catch (RuntimeException e) {
      // One broken panel is no reason to hide the others; the sentence says so in its place.
      LOG.warn("Panel {} cannot be shown: {}", panel, e.getClass().getName());
      return fragment ? "monitoring/panels :: failed" : page(model, "failed");
    }
    return fragment ? "monitoring/panels :: " + panel : page(model, panel.name());
  }

  private static String page(Model model, String part) {
    model.addAttribute("part", part);
    return "monitoring/panel";
  }

  private static int inRange(int days) {
    return Math.clamp(days, 1, LONGEST);
  }
}
