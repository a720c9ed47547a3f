package care.vestibule.monitoring.deadlines;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** The law that says within which time a patient's request for access has to be acted on. */
public enum AccessLaw {
  /**
   * No later than 30 days after receipt; one extension by no more than 30 days, of which the
   * patient is told the reasons and the date within the first 30 (45 CFR 164.524(b)(2)).
   */
  HIPAA(Period.ofDays(30), Period.ofDays(30)),
  /**
   * Within one month of receipt; an extension by two further months where necessary, of which the
   * patient is told the reasons within the first month (GDPR Art. 12(3)).
   */
  GDPR(Period.ofMonths(1), Period.ofMonths(2));

  private final Period time;
  private final Period extension;

  AccessLaw(Period time, Period extension) {
    this.time = time;
    this.extension = extension;
  }

  /** When a request received then has to be acted on, by the calendar of that zone. */
  public Instant due(Instant received, ZoneId zone) {
    return received.atZone(zone).plus(time).toInstant();
  }

  /** When it has to be if the time was extended; both count from the receipt. */
  public Instant dueExtended(Instant received, ZoneId zone) {
    return received.atZone(zone).plus(time).plus(extension).toInstant();
  }
}
