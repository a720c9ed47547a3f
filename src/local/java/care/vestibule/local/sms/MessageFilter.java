package care.vestibule.local.sms;

import java.util.Map;
import java.util.function.Predicate;

/** Which messages a list request asks for: by number, or by when they were sent. */
final class MessageFilter implements Predicate<ReceivedSms> {

  private final Map<String, String> query;

  MessageFilter(Map<String, String> query) {
    this.query = query;
  }

  @Override
  public boolean test(ReceivedSms sms) {
    return query.entrySet().stream().allMatch(rule -> test(rule.getKey(), rule.getValue(), sms));
  }

  private static boolean test(String name, String value, ReceivedSms sms) {
    return switch (name) {
      case "To" -> sms.to().equals(value);
      case "From" -> sms.from().equals(value);
      case "DateSent" -> Moment.parse(value).contains(sms.createdAt());
      case "DateSent>" -> !Moment.parse(value).isAfter(sms.createdAt());
      case "DateSent<" -> !Moment.parse(value).isBefore(sms.createdAt());
      default -> true;
    };
  }
}
