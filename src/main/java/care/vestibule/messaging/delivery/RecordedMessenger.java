package care.vestibule.messaging.delivery;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageAccount;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessagingProperties;
import care.vestibule.messaging.Messenger;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.limits.EmailRate;
import care.vestibule.messaging.limits.SmsBudget;
import care.vestibule.telemetry.TracedWork;
import care.vestibule.telemetry.Traces;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Records what it is about to do, does it, and records what came of it. */
@Component
@OnlyIn(Zone.AGENT)
final class RecordedMessenger implements Messenger {

  private final MessageLog log;
  private final SmsBudget budget;
  private final EmailRate rate;
  private final Map<Channel, MessageTransport> carriers;
  private final CurrentClinic clinic;
  private final DataSource dataSource;
  private final Semaphore permits;
  private final Traces traces;

  RecordedMessenger(
      MessageLog log,
      SmsBudget budget,
      EmailRate rate,
      List<MessageTransport> carriers,
      CurrentClinic clinic,
      DataSource dataSource,
      MessagingProperties properties,
      Traces traces) {
    this.log = log;
    this.budget = budget;
    this.rate = rate;
    this.carriers =
        carriers.stream().collect(Collectors.toMap(MessageTransport::channel, Function.identity()));
    this.clinic = clinic;
    this.dataSource = dataSource;
    this.traces = traces;
    this.permits = new Semaphore(properties.concurrency());
  }

  // The lock is there to be held, not to be used.
  @SuppressWarnings("try")
  @Override
  public Delivery send(
      MessageKey key, Contact to, MessageFacts facts, Set<MessageAccount> accounts) {
    var name = MessageReference.of(clinic.get(), key);
    // More senders than permits would each hold one connection and wait for another, for ever.
    permits.acquireUninterruptibly();
    try (var lock =
        SendingLock.tryTake(dataSource, name.lock())
            .orElseThrow(() -> new NotSentYet("ALREADY_BEING_SENT"))) {
      return send(name, key, to, facts, accounts);
    } finally {
      permits.release();
    }
  }

  private Delivery send(
      MessageReference name,
      MessageKey key,
      Contact to,
      MessageFacts facts,
      Set<MessageAccount> accounts) {
    return firstTime(name, key, to, facts)
        .orElseGet(
            () -> {
              var known = log.look(key);
              // Idempotency guard: whatever was settled is not touched again.
              return known.settled().orElseGet(() -> again(known, name, key, to, facts, accounts));
            });
  }

  /**
   * Sends an e-mail nobody has tried to send before, which is nearly every one; nothing if it is
   * known, or cannot go now or ever, which is for the longer way to say. A text message goes that
   * way always: it is counted between intent and attempt.
   */
  private Optional<Delivery> firstTime(
      MessageReference name, MessageKey key, Contact to, MessageFacts facts) {
    if (key.channel() != Channel.EMAIL || !rate.isOpen(clinic.get(), key.kind())) {
      return Optional.empty();
    }
    var report = UUID.randomUUID();
    return prepared(new ExternalId(name.hex(), report), to, facts)
        .flatMap(
            parcel ->
                log.beginFirst(key, name, report, parcel.digest())
                    .map(
                        attempt -> {
                          rate.count(clinic.get());
                          return handAndTrace(parcel, attempt, key);
                        }));
  }

  private Optional<PreparedMessage> prepared(ExternalId mark, Contact to, MessageFacts facts) {
    try {
      return Optional.of(carrier(Channel.EMAIL).prepare(mark, to, facts));
    } catch (Undeliverable e) {
      return Optional.empty();
    }
  }

  private Delivery again(
      MessageLog.Known known,
      MessageReference name,
      MessageKey key,
      Contact to,
      MessageFacts facts,
      Set<MessageAccount> accounts) {
    if (key.channel() == Channel.EMAIL) {
      rate.take(clinic.get(), key.kind());
    }
    PreparedMessage parcel;
    try {
      parcel =
          carrier(key.channel()).prepare(new ExternalId(name.hex(), known.report()), to, facts);
      // Counted once, at the first attempt.
      if (key.channel() == Channel.SMS && known.attempts().isEmpty()) {
        budget.spend(accounts, to);
      }
    } catch (Undeliverable e) {
      var attempt = log.begin(known.id(), MessageHash.NONE);
      return log.refused(attempt, key, e.reason());
    }
    var arrived = lookFor(parcel, known.attempts());
    if (arrived.isPresent()) {
      return log.sent(known.attempts().getLast(), key, arrived.get());
    }
    return handAndTrace(parcel, log.begin(known.id(), parcel.digest()), key);
  }

  private Delivery handAndTrace(PreparedMessage parcel, DeliveryAttempt attempt, MessageKey key) {
    return traces.step(
        TracedWork.MESSAGE,
        key.channel().name().toLowerCase(Locale.ROOT),
        Optional.empty(),
        () -> hand(parcel, attempt, key),
        delivery -> delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT));
  }

  /** Hands the parcel over; anything but these two exceptions leaves the attempt open. */
  private Delivery hand(PreparedMessage parcel, DeliveryAttempt attempt, MessageKey key) {
    String providersName;
    try {
      providersName = parcel.hand();
    } catch (Undeliverable e) {
      return log.refused(attempt, key, e.reason());
    } catch (NotSentYet e) {
      log.failed(attempt, e.code());
      throw e;
    }
    return log.sent(attempt, key, providersName);
  }

  private Optional<String> lookFor(PreparedMessage parcel, List<DeliveryAttempt> attempts) {
    if (attempts.isEmpty()) {
      return Optional.empty();
    }
    // Failed attempts too: a provider that answered with an error may have taken the message.
    var digests = attempts.stream().map(DeliveryAttempt::digest).collect(Collectors.toSet());
    // The same words may have gone to the same number under another key.
    return parcel.lookFor(digests, attempts.getFirst().startedAt()).stream()
        .filter(log::isNobodys)
        .findFirst();
  }

  private MessageTransport carrier(Channel channel) {
    return Optional.ofNullable(carriers.get(channel))
        .orElseThrow(() -> new Undeliverable(Delivery.Reason.NOT_SET_UP, "NO_CARRIER"));
  }
}
