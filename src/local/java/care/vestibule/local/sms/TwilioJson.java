package care.vestibule.local.sms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Message resources as Twilio's API of 2010-04-01 writes them. */
final class TwilioJson {

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String account;

  TwilioJson(String account) {
    this.account = account;
  }

  /** Just taken over: nothing is known of its way yet. */
  Map<String, @Nullable Object> queued(ReceivedSms sms) {
    return message(sms, "queued", null);
  }

  /** Looked at later: here every message arrives at once. */
  Map<String, @Nullable Object> delivered(ReceivedSms sms) {
    return message(sms, "delivered", sms.createdAt());
  }

  private Map<String, @Nullable Object> message(
      ReceivedSms sms, String status, @Nullable Instant sent) {
    var service = sms.from().startsWith("MG");
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("account_sid", account);
    json.put("api_version", "2010-04-01");
    json.put("body", sms.body());
    json.put("date_created", RFC_2822.format(sms.createdAt()));
    json.put("date_sent", sent == null ? null : RFC_2822.format(sent));
    json.put("date_updated", RFC_2822.format(sms.createdAt()));
    json.put("direction", "outbound-api");
    json.put("error_code", null);
    json.put("error_message", null);
    json.put("from", service ? null : sms.from());
    json.put("messaging_service_sid", service ? sms.from() : null);
    json.put("num_media", "0");
    json.put("num_segments", Integer.toString(Segments.of(sms.body())));
    json.put("price", null);
    json.put("price_unit", "USD");
    json.put("sid", sms.sid());
    json.put("status", status);
    json.put("subresource_uris", Map.of("media", uri(sms, "/Media.json")));
    json.put("to", sms.to());
    json.put("uri", uri(sms, ".json"));
    return json;
  }

  private String uri(ReceivedSms sms, String end) {
    return "/2010-04-01/Accounts/%s/Messages/%s%s".formatted(account, sms.sid(), end);
  }
}
