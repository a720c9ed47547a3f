package care.vestibule.monitoring.metrics;

import care.vestibule.accessrequest.hold.EndedHoldBacks;
import care.vestibule.accessrequest.hold.EndedHoldBacks.EndedHoldBack;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How many records of all clinics cannot be shared after a hold, at most a minute old. */
@Component
@OnlyIn(Zone.PORTAL)
class HoldBackGauge implements MeterBinder {

  private final EndedHoldBacks holds;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final CachedReading<Long> waiting;

  HoldBackGauge(
      EndedHoldBacks holds,
      Clinics clinics,
      CurrentClinic current,
      TransactionTemplate transactions,
      Clock clock) {
    this.holds = holds;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
    this.waiting = new CachedReading<>(Duration.ofMinutes(1), clock, this::count);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("vestibule.holds.waiting", waiting)
        .description("Records nobody holds back any more and that cannot be shared")
        .register(registry);
  }

  private long count() {
    var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
    return all.stream()
        .map(Clinic::id)
        .flatMap(clinic -> current.during(clinic, holds::all).stream())
        .mapToLong(EndedHoldBack::records)
        .sum();
  }
}
