package care.vestibule.local.sms;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the sender what became of a message, signed as Twilio signs it. */
public final class StatusReports {

  private final String account;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** Reports of an account. */
  public StatusReports(String account, String token) {
    this.account = account;
    this.token = token;
  }

  /** The fields Twilio sends for a status; an error code only where there is one. */
  public Map<String, String> fields(ReceivedSms sms, String status, String errorCode) {
    var fields = new TreeMap<String, String>();
    fields.put("AccountSid", account);
    fields.put("ApiVersion", "2010-04-01");
    fields.put("From", sms.from());
    fields.put("MessageSid", sms.sid());
    fields.put("MessageStatus", status);
    fields.put("SmsSid", sms.sid());
    fields.put("SmsStatus", status);
    fields.put("To", sms.to());
    if (!errorCode.isEmpty()) {
      fields.put("ErrorCode", errorCode);
    }
    return fields;
  }

  /** Base64 of the HMAC-SHA-1 over the address and each field's name and value, by name. */
  public String signature(URI address, Map<String, String> fields) {
    var signed = new StringBuilder(address.toString());
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a report, once; who does not listen misses it, as with Twilio's last try. */
  void send(ReceivedSms sms, String status, String errorCode) {
    sms.statusCallback().map(URI::create).ifPresent(to -> post(to, fields(sms, status, errorCode)));
  }

  private void post(URI address, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(address, fields))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var unused = client.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      // Nobody listens there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
