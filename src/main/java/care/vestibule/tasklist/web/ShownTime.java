package care.vestibule.tasklist.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A point in time as people read it, in Vestibule's time zone and the reader's language. */
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
