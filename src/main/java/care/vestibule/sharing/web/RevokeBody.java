package care.vestibule.sharing.web;

import care.vestibule.identity.Problem;
import care.vestibule.sharing.Rekey;
import care.vestibule.sharing.RevocationReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why, as a code of {@link RevocationReason}, and {@code "rekey": "now"} for new content keys. */
record RevokeBody(@Nullable String reason, @Nullable String rekey) {

  RevocationReason coded() {
    for (var known : RevocationReason.values()) {
      if (known.name().equals(reason)) {
        return known;
      }
    }
    throw new Problem(HttpStatus.BAD_REQUEST, "unknown-reason", "Give one of the known reasons.");
  }

  Rekey when() {
    return switch (rekey == null ? "next-write" : rekey) {
      case "next-write" -> Rekey.NEXT_WRITE;
      case "now" -> Rekey.NOW;
      default ->
          throw new Problem(HttpStatus.BAD_REQUEST, "unknown-rekey", "Rekey is next-write or now.");
    };
  }
}
