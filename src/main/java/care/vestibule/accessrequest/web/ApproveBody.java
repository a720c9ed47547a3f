package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.identity.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The fingerprint of the patient's key as the doctor saw it: 6 groups of 5 digits. */
record ApproveBody(@Nullable String fingerprint, @Nullable String verification) {

  String given() {
    if (fingerprint == null) {
      throw new Problem(
          HttpStatus.BAD_REQUEST, "fingerprint-missing", "Say which fingerprint you saw.");
    }
    return fingerprint;
  }

  KeyVerification sureness() {
    if (verification == null) {
      return KeyVerification.LINK_BOUND;
    }
    for (var known : KeyVerification.values()) {
      if (known.name().equals(verification)) {
        return known;
      }
    }
    throw new Problem(
        HttpStatus.BAD_REQUEST, "unknown-verification", "There is no such verification.");
  }
}
