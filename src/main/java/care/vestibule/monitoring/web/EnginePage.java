package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.monitoring.DatabasePool;
import care.vestibule.monitoring.operations.RebuildReason;
import care.vestibule.monitoring.operations.Rebuilding;
import care.vestibule.process.EngineTopology;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether Vestibule and the engine hear each other, and whether what was heard is kept right; the
 * pulse is part of every page's frame.
 */
@Controller
@OnlyIn(Zone.PORTAL)
class EnginePage {

  private final Rebuilding rebuilding;
  private final EngineTopology topology;
  private final DatabasePool pool;
  private final DashboardModel frame;

  EnginePage(
      Rebuilding rebuilding, EngineTopology topology, DatabasePool pool, DashboardModel frame) {
    this.rebuilding = rebuilding;
    this.topology = topology;
    this.pool = pool;
    this.frame = frame;
  }

  @GetMapping("/monitor/engine")
  String engine(Actor.Operations operations, Model model, Locale locale) {
    frame.fill(model, locale);
    topology.now().ifPresent(brokers -> model.addAttribute("brokers", brokers));
    pool.now().ifPresent(use -> model.addAttribute("pool", use));
    model.addAttribute("reasons", RebuildReason.values());
    return "monitoring/engine";
  }

  @PostMapping("/monitor/engine/rebuild")
  String rebuild(Actor.Operations operations, @RequestParam RebuildReason reason) {
    rebuilding.order(reason, operations);
    return "redirect:/monitor/engine#rebuild";
  }
}
