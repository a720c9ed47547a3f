package care.vestibule.monitoring;

import java.time.Duration;

/**
 * How long processes take from one step of the funnel to the next.
 *
 * @param median half of them take no longer
 * @param p95 95 in 100 take no longer
 */
public record StepDuration(Duration median, Duration p95) {}
