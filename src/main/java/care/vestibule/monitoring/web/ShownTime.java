package care.vestibule.monitoring.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time and lengths of time as people read them, in Vestibule's time zone. */
public record ShownTime(ZoneId zone, Locale locale, Instant now) {

  /** Day and time. */
  public String of(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** How long ago. */
  public String since(Instant start) {
    return between(start, now);
  }

  /** How long until then. */
  public String until(Instant end) {
    return between(now, end);
  }

  /** From one to the other. */
  public String between(Instant start, Instant end) {
    return lasting(Duration.between(start, end));
  }

  /** A length of time in its two largest units. */
  public String lasting(Duration length) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return "< 1 s";
    }
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return length.toSeconds() + " s";
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return length.toMinutes() + " min " + length.toSecondsPart() + " s";
    }
    if (length.compareTo(Duration.ofDays(1)) < 0) {
      return length.toHours() + " h " + length.toMinutesPart() + " min";
    }
    return length.toDays() + " d " + length.toHoursPart() + " h";
  }
}
