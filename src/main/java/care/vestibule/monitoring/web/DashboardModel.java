package care.vestibule.monitoring.web;

import care.vestibule.identity.web.ShownTime;
import care.vestibule.monitoring.EngineHealthCheck;
import care.vestibule.monitoring.operations.Rebuilding;
import care.vestibule.monitoring.processes.ElementNames;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of this module is given. */
@Component
class DashboardModel {

  private final MessageSource messages;
  private final ElementNames names;
  private final EngineHealthCheck pulses;
  private final Rebuilding rebuilding;
  private final Clock clock;

  DashboardModel(
      MessageSource messages,
      ElementNames names,
      EngineHealthCheck pulses,
      Rebuilding rebuilding,
      Clock clock) {
    this.messages = messages;
    this.names = names;
    this.pulses = pulses;
    this.rebuilding = rebuilding;
    this.clock = clock;
  }

  void fill(Model model, Locale locale) {
    model.addAttribute("area", "staff");
    model.addAttribute("names", names);
    model.addAttribute("pulse", pulses.now());
    rebuilding.latest().ifPresent(state -> model.addAttribute("rebuild", state));
    model.addAttribute("words", new CodeSentences(messages, locale));
    model.addAttribute("time", new ShownTime(clock, locale));
  }
}
