package care.vestibule.monitoring.web;

import care.vestibule.monitoring.ModelNames;
import care.vestibule.monitoring.Pulses;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of this room is given. */
@Component
class Frame {

  private final MessageSource messages;
  private final ModelNames names;
  private final Pulses pulses;
  private final Clock clock;

  Frame(MessageSource messages, ModelNames names, Pulses pulses, Clock clock) {
    this.messages = messages;
    this.names = names;
    this.pulses = pulses;
    this.clock = clock;
  }

  void fill(Model model, Locale locale) {
    model.addAttribute("area", "staff");
    model.addAttribute("names", names);
    model.addAttribute("pulse", pulses.now());
    model.addAttribute("words", new Wording(messages, locale));
    model.addAttribute("time", new ShownTime(clock.getZone(), locale, clock.instant()));
  }
}
