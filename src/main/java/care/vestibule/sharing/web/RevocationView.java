package care.vestibule.sharing.web;

import care.vestibule.sharing.ShareRevocation;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revocation as other systems see it.
 *
 * @param entities how many rights the patient lost
 * @param settled when the agent was done with it; null before
 * @param failed entities the agent could not see to
 * @param limit what a revocation cannot do, said so that nobody believes more
 */
record RevocationView(
    UUID notification,
    UUID patient,
    UUID delegator,
    String reason,
    String rekey,
    int entities,
    Instant revoked,
    @Nullable Instant settled,
    int failed,
    String limit) {

  private static final String LIMIT =
      "The patient reads nothing of this share from the next request on."
          + " What was read or saved before stays read.";

  static RevocationView of(ShareRevocation revocation) {
    return new RevocationView(
        revocation.notification().value(),
        revocation.patient().value(),
        revocation.delegator().value(),
        revocation.reason().name(),
        revocation.rekey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        revocation.entities(),
        revocation.at(),
        revocation.settledAt().isPresent() ? revocation.settledAt().get() : null,
        revocation.failed(),
        LIMIT);
  }
}
