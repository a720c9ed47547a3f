package care.vestibule.messaging;

import java.time.Instant;
import java.util.UUID;

/** One try to hand a message over. */
record Attempt(UUID id, UUID message, Digest digest, Instant startedAt) {}
