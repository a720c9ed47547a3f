package care.vestibule.enrolment.web;

import care.vestibule.identity.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answers at the patient's door. */
final class EnrolmentResponses {

  private static final byte[] REFUSAL =
      """
      {"type":"urn:vestibule:problem:link-not-valid","title":"This link does not open anything.","status":401}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final byte[] KEY_REFUSAL =
      """
      {"type":"urn:vestibule:problem:key-refused","title":"This key cannot be used; make a new one.","status":400}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private EnrolmentResponses() {}

  /** The same bytes whether a link is unknown, expired, used, superseded, locked or withdrawn. */
  static ResponseEntity<?> refusal() {
    return answer(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Link")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(REFUSAL.clone());
  }

  /** In the place of a refusal, when one address has had too many; a page for a browser. */
  static Problem tooMany() {
    return new Problem(Problem.Kind.TOO_MANY, "too-many-links");
  }

  /** A time to wait in whole seconds, rounded up (RFC 9110, section 10.2.3). */
  static String seconds(Duration wait) {
    return Long.toString(wait.plusNanos(999_999_999).toSeconds());
  }

  static ResponseEntity<?> keyRefusal() {
    return answer(HttpStatus.BAD_REQUEST)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(KEY_REFUSAL.clone());
  }

  static ResponseEntity<?> ok(Map<String, ?> body) {
    return answer(HttpStatus.OK).contentType(MediaType.APPLICATION_JSON).body(body);
  }

  static ResponseEntity<?> accepted() {
    return answer(HttpStatus.ACCEPTED).build();
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
    return ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
