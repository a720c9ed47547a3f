package care.vestibule.messaging.sms;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account text messages are sent by; without it there are none.
 *
 * @param baseUrl scheme, host and port of the REST API
 * @param accountSid begins with {@code AC}
 * @param authToken secret
 * @param from the number or name messages come from
 */
@ConfigurationProperties("vestibule.twilio")
record TwilioAccount(
    @DefaultValue("https://api.twilio.com") URI baseUrl,
    Optional<String> accountSid,
    Optional<String> authToken,
    Optional<String> from) {

  @Override
  public String toString() {
    return "TwilioAccount[" + baseUrl + "]";
  }
}
