package care.vestibule.notification.web;

import care.vestibule.identity.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The fingerprint of the patient's key as the doctor saw it: 6 groups of 5 digits. */
record ApproveBody(@Nullable String fingerprint) {

  String given() {
    if (fingerprint == null) {
      throw new Problem(
          HttpStatus.BAD_REQUEST, "fingerprint-missing", "Say which fingerprint you saw.");
    }
    return fingerprint;
  }
}
