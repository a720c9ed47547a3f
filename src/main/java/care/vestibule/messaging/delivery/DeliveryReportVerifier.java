package care.vestibule.messaging.delivery;

import java.util.Optional;

/** Checks whether a report is the provider's own, and reads it. */
@FunctionalInterface
public interface DeliveryReportVerifier {

  /** What became of the message; nothing if the report is forged or says nothing new. */
  Optional<Verdict> judge(DeliveryReport report);

  /**
   * What a provider reported.
   *
   * @param code the provider's code for why, {@code NONE} if there is none
   */
  record Verdict(DeliveryStatus status, String code) {}
}
