package care.vestibule.local.sms;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message as a client asks for it, checked as Twilio checks it. */
record SmsRequest(String from, String to, String body, Optional<String> statusCallback) {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SENDER =
      Pattern.compile("\\+?\\d{3,15}|(?=.*[A-Za-z])[\\w &+.-]{1,11}");
  private static final int LONGEST_BODY = 1600;

  // The numbers Twilio's test credentials refuse.
  private static final Map<String, TwilioError> REFUSED =
      Map.of(
          "+15005550001", invalidTo("+15005550001"),
          "+15005550002", TwilioError.invalid(21612, "The 'To' number is not reachable."),
          "+15005550004", TwilioError.invalid(21610, "Attempt to send to unsubscribed recipient"),
          "+15005550009", TwilioError.invalid(21614, "'To' number is not a valid mobile number"));

  static SmsRequest of(Map<String, String> form) {
    var request =
        new SmsRequest(
            form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", "")),
            form.getOrDefault("To", ""),
            form.getOrDefault("Body", ""),
            Optional.ofNullable(form.get("StatusCallback")));
    request.checkNumbers();
    request.checkBody();
    request.statusCallback.ifPresent(SmsRequest::checkCallback);
    return request;
  }

  private void checkNumbers() {
    if (to.isEmpty()) {
      throw TwilioError.invalid(21604, "A 'To' phone number is required.");
    }
    if (from.isEmpty()) {
      throw TwilioError.invalid(21603, "A 'From' phone number is required.");
    }
    if (!NUMBER.matcher(to).matches()) {
      throw invalidTo(to);
    }
    if (!SENDER.matcher(from).matches() && !from.matches("MG[0-9a-f]{32}")) {
      throw TwilioError.invalid(21212, "The 'From' number %s is not valid.".formatted(from));
    }
    var refused = REFUSED.get(to);
    if (refused != null) {
      throw refused;
    }
  }

  private void checkBody() {
    if (body.isEmpty()) {
      throw TwilioError.invalid(21602, "Message body is required.");
    }
    if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
      throw TwilioError.invalid(
          21617, "The concatenated message body exceeds the 1600 character limit");
    }
  }

  private static void checkCallback(String callback) {
    try {
      if (URI.create(callback).getHost() != null) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Not a URI at all: the same answer.
    }
    throw TwilioError.invalid(21609, "The StatusCallback URL %s is not valid.".formatted(callback));
  }

  private static TwilioError invalidTo(String number) {
    return TwilioError.invalid(
        21211, "The 'To' number %s is not a valid phone number.".formatted(number));
  }
}
