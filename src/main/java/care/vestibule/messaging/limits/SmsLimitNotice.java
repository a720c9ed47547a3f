package care.vestibule.messaging.limits;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets every process of Vestibule know which limit the agents obey, from their start on. */
@Component
@OnlyIn(Zone.AGENT)
class SmsLimitNotice {

  private final SmsUsage spent;
  private final SmsLimits limits;

  SmsLimitNotice(SmsUsage spent, SmsLimits limits) {
    this.spent = spent;
    this.limits = limits;
  }

  @EventListener(ApplicationReadyEvent.class)
  void post() {
    spent.obey(limits.inAll());
  }
}
