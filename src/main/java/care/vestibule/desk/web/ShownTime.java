package care.vestibule.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A point in time as people read it, in Vestibule's time zone and the reader's language. */
public record ShownTime(ZoneId zone, Locale locale) {

  /** Day and time. */
  public String of(Instant instant) {
    var pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.MEDIUM, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
    return DateTimeFormatter.ofPattern(pattern + " z", locale).withZone(zone).format(instant);
  }

  /** The day alone. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }
}
