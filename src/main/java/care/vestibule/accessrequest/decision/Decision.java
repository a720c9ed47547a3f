package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import java.time.Instant;
import java.util.Optional;

/**
 * A doctor's answer; there is one a notification, and it never changes.
 *
 * @param doctor who answered, in whose name it is shared
 * @param fingerprint of the patient's key as the doctor saw it; empty when declined
 * @param key the id of that key, 32 hex digits; empty when declined
 * @param verification how sure the doctor was of the key; only the link when declined
 * @param reason why not; empty when approved
 * @param message the doctor's words to the patient; may be empty
 */
public record Decision(
    AccessRequestId notification,
    boolean approved,
    HcpId doctor,
    String fingerprint,
    String key,
    KeyVerification verification,
    Optional<DeclineReason> reason,
    String message,
    Instant at) {

  static Decision approval(
      AccessRequest request,
      HcpId doctor,
      String fingerprint,
      KeyVerification verification,
      Instant now) {
    return new Decision(
        request.id(),
        true,
        doctor,
        fingerprint,
        request.key(),
        verification,
        Optional.empty(),
        "",
        now);
  }

  static Decision refusal(
      AccessRequest request, HcpId doctor, DeclineReason reason, String message, Instant now) {
    return new Decision(
        request.id(),
        false,
        doctor,
        "",
        "",
        KeyVerification.LINK_BOUND,
        Optional.of(reason),
        message,
        now);
  }
}
