package care.vestibule.messaging.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * What text messages cost today, and whether the breaker is open: that one wants somebody awake.
 */
@Component
class SmsGauges implements MeterBinder {

  private final SmsUsage spent;
  private final SmsLimits limits;

  SmsGauges(SmsUsage spent, SmsLimits limits) {
    this.spent = spent;
    this.limits = limits;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("vestibule.sms.today", spent, SmsUsage::todayInAll)
        .description("Text messages sent since midnight UTC, of all clinics")
        .register(registry);
    Gauge.builder("vestibule.sms.breaker", this, SmsGauges::breaker)
        .description("1 while no text message is sent because too many were today")
        .register(registry);
  }

  private double breaker() {
    return spent.isUsedUp(limits.inAll()) ? 1 : 0;
  }
}
