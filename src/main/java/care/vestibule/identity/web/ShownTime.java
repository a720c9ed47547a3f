package care.vestibule.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Points in time and lengths of time as people read them, in Vestibule's time zone and the reader's
 * language.
 */
public record ShownTime(Clock clock, Locale locale) {

  /** Day and time. */
  public String of(Instant instant) {
    var pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.MEDIUM, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
    return DateTimeFormatter.ofPattern(pattern + " z", locale)
        .withZone(clock.getZone())
        .format(instant);
  }

  /** Day and time to the second. */
  public String exact(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(clock.getZone())
        .format(instant);
  }

  /** The day alone. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** How long ago it was. */
  public Ago ago(Instant instant) {
    return Ago.of(instant, clock.instant());
  }

  /** Today, in the form a date field takes. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The present. */
  public Instant now() {
    return clock.instant();
  }

  /** How long ago. */
  public String since(Instant start) {
    return between(start, clock.instant());
  }

  /** How long until then. */
  public String until(Instant end) {
    return between(clock.instant(), end);
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

  /**
   * How long ago something was, as people say it.
   *
   * @param unit part of the key of the page's text: seconds, minutes, hours or days
   */
  public record Ago(String unit, long count) {

    static Ago of(Instant then, Instant now) {
      var passed = Duration.between(then, now);
      if (passed.toMinutes() < 1) {
        return new Ago("seconds", Math.max(1, passed.toSeconds()));
      }
      if (passed.toHours() < 1) {
        return new Ago("minutes", passed.toMinutes());
      }
      return passed.toDays() < 1
          ? new Ago("hours", passed.toHours())
          : new Ago("days", passed.toDays());
    }
  }
}
