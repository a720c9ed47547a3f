package care.vestibule.monitoring.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;

/** Sentences for codes; a code nobody wrote a sentence for gets one that is true of all. */
public record CodeSentences(MessageSource messages, Locale locale) {

  /** What happened, for the code of an incident. */
  public String cause(String code) {
    return text("incident." + code, "incident.other");
  }

  /** What to do about it. */
  public String remedy(String code) {
    return text("incident." + code + ".todo", "incident.other.todo");
  }

  /** What a process waits for at an element. */
  public String waits(String element) {
    return text("monitoring.waits." + element, "monitoring.waits.other");
  }

  /** What a timer will do when its time has come. */
  public String timer(String element) {
    return text("monitoring.timer." + element, "monitoring.timer.other");
  }

  /** The part of a reference that is enough to tell it from others on a page. */
  public String brief(UUID reference) {
    return reference.toString().substring(0, 8);
  }

  private String text(String key, String otherwise) {
    var general = messages.getMessage(otherwise, null, locale);
    return String.valueOf(messages.getMessage(key, null, general, locale));
  }
}
