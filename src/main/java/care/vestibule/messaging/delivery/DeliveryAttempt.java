package care.vestibule.messaging.delivery;

import java.time.Instant;
import java.util.UUID;

/** One try to hand a message over. */
record DeliveryAttempt(UUID id, UUID message, MessageHash digest, Instant startedAt) {}
