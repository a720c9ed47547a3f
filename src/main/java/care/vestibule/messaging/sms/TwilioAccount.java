package care.vestibule.messaging.sms;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account text messages are sent by; without it there are none.
 *
 * @param baseUrl scheme, host and port of the REST API
 * @param accountSid begins with {@code AC}
 * @param authToken secret
 * @param from the number or name messages come from
 * @param callbackUrl scheme and host by which Twilio reaches the portal to report what became of a
 *     message; nothing is reported if it is empty
 * @param countries where text messages may go besides the clinic's own country, ISO 3166-1 alpha-2
 */
@ConfigurationProperties("vestibule.twilio")
record TwilioAccount(
    @DefaultValue("https://api.twilio.com") URI baseUrl,
    Optional<String> accountSid,
    Optional<String> authToken,
    Optional<String> from,
    @DefaultValue("") String callbackUrl,
    @DefaultValue({}) Set<String> countries) {

  /** Where what becomes of the message of that name is to be reported. */
  Optional<URI> callbackFor(UUID report) {
    return callbackUrl.isBlank()
        ? Optional.empty()
        : Optional.of(URI.create(callbackUrl + "/hooks/twilio/" + report));
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + baseUrl + "]";
  }
}
