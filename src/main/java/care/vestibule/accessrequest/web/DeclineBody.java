package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.identity.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why not: a code of {@link DeclineReason} and words to the patient. */
record DeclineBody(@Nullable String reason, @Nullable String message) {

  DeclineReason coded() {
    for (var known : DeclineReason.values()) {
      if (known.name().equals(reason)) {
        return known;
      }
    }
    throw new Problem(HttpStatus.BAD_REQUEST, "unknown-reason", "Give one of the known reasons.");
  }

  String words() {
    return message == null ? "" : message;
  }
}
