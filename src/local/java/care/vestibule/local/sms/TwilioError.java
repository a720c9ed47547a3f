package care.vestibule.local.sms;

import java.util.LinkedHashMap;
import java.util.Map;

/** An error in Twilio's shape; the codes are those of twilio.com/docs/api/errors. */
final class TwilioError extends RuntimeException {

  private final int status;
  private final int code;

  TwilioError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static TwilioError invalid(int code, String message) {
    return new TwilioError(400, code, message);
  }

  static TwilioError unauthenticated() {
    return new TwilioError(401, 20003, "Authenticate");
  }

  static TwilioError notFound(String path) {
    return new TwilioError(404, 20404, "The requested resource %s was not found".formatted(path));
  }

  static TwilioError ofStatus(int status) {
    return status == 429
        ? new TwilioError(status, 20429, "Too Many Requests")
        : new TwilioError(status, 20500, "An internal server error has occurred");
  }

  int status() {
    return status;
  }

  Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("code", code);
    json.put("message", String.valueOf(getMessage()));
    json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.put("status", status);
    return json;
  }
}
