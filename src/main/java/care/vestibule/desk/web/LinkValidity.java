package care.vestibule.desk.web;

import java.time.Duration;

/** How long a link can be made to live here; the API takes any time in between. */
enum LinkValidity {
  MINUTES_15(Duration.ofMinutes(15)),
  HOURS_1(Duration.ofHours(1)),
  HOURS_4(Duration.ofHours(4)),
  HOURS_24(Duration.ofDays(1)),
  HOURS_48(Duration.ofDays(2));

  private final Duration duration;

  LinkValidity(Duration duration) {
    this.duration = duration;
  }

  Duration duration() {
    return duration;
  }
}
