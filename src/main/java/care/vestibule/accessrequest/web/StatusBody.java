package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.identity.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Reads a change of a notification, of which only the status may change. */
final class StatusBody {

  private StatusBody() {}

  // A map, because a record would silently drop what must be refused.
  static AccessRequestStatus wanted(Map<String, Object> body) {
    if (!body.keySet().equals(Set.of("status"))) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "immutable-field",
          "Only the status of a notification can be changed.");
    }
    for (var known : AccessRequestStatus.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(body.get("status"))) {
        return known;
      }
    }
    throw new Problem(HttpStatus.BAD_REQUEST, "unknown-status", "There is no such status.");
  }
}
