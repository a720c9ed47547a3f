package care.vestibule.monitoring.operations;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Whether text messages are held back because this installation sent too many today. */
@Component
public class SmsBreaker {

  private final MeterRegistry meters;

  SmsBreaker(MeterRegistry meters) {
    this.meters = meters;
  }

  /** True while none is sent; the page and the alert rule look at one gauge, so they agree. */
  public boolean isOpen() {
    var gauge = meters.find("vestibule.sms.breaker").gauge();
    return gauge != null && gauge.value() >= 1;
  }
}
