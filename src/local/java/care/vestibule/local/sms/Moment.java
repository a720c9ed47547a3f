package care.vestibule.local.sms;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A date or a second in UTC, as the API's filters write it; {@code end} is not part of it. */
record Moment(Instant start, Instant end) {

  static Moment parse(String text) {
    try {
      return text.contains("T")
          ? of(LocalDateTime.parse(text.replace("Z", "")), Duration.ofSeconds(1))
          : of(LocalDate.parse(text).atStartOfDay(), Duration.ofDays(1));
    } catch (DateTimeException e) {
      throw TwilioError.invalid(20001, "Invalid parameter value: DateSent");
    }
  }

  private static Moment of(LocalDateTime start, Duration length) {
    var instant = start.toInstant(ZoneOffset.UTC);
    return new Moment(instant, instant.plus(length));
  }

  boolean contains(Instant instant) {
    return !isAfter(instant) && !isBefore(instant);
  }

  boolean isAfter(Instant instant) {
    return start.isAfter(instant);
  }

  boolean isBefore(Instant instant) {
    return !end.isAfter(instant);
  }
}
