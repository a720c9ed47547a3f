package care.vestibule.monitoring.metrics;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.delivery.MessageOutcomes;
import care.vestibule.messaging.delivery.MessageOutcomes.Result;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What became of the messages of the last day, summed over all clinics at most once a minute. */
@Component
@OnlyIn(Zone.PORTAL)
class MessageGauges implements MeterBinder {

  private static final List<String> RESULTS =
      List.of("sent", "refused", "failed", "delivered", "came_back");

  private final MessageOutcomes results;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final CachedReading<Map<Result, Long>> sums;

  MessageGauges(
      MessageOutcomes results,
      Clinics clinics,
      CurrentClinic current,
      TransactionTemplate transactions,
      Clock clock) {
    this.results = results;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
    this.sums = new CachedReading<>(Duration.ofMinutes(1), clock, this::sum);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var channel : Channel.values()) {
      for (var result : RESULTS) {
        Gauge.builder(
                "vestibule.messages",
                () -> sums.get().getOrDefault(new Result(channel, result), 0L))
            .description("Messages of the last day by what became of them")
            .tag("channel", channel.name().toLowerCase(Locale.ROOT))
            .tag("result", result)
            .register(registry);
      }
    }
  }

  private Map<Result, Long> sum() {
    var sum = new HashMap<Result, Long>();
    var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
    for (var clinic : all.stream().map(Clinic::id).toList()) {
      current
          .during(clinic, results::ofLastDay)
          .forEach((result, messages) -> sum.merge(result, messages, Long::sum));
    }
    return sum;
  }
}
