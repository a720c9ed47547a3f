package care.vestibule.messaging.sms;

import care.vestibule.messaging.delivery.DeliveryReport;
import care.vestibule.messaging.delivery.DeliveryReportVerifier;
import care.vestibule.messaging.delivery.DeliveryStatus;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import com.twilio.security.RequestValidator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Believes what carries Twilio's signature: HMAC-SHA-1 of the address and all fields, under the
 * account's token.
 *
 * <p>The address is the configured one, never the one a request claims to have come by.
 */
@Component
@OnlyIn(Zone.AGENT)
final class TwilioReports implements DeliveryReportVerifier {

  private static final Set<String> UNDER_WAY =
      Set.of("accepted", "scheduled", "queued", "sending", "sent");
  private static final Set<String> ARRIVED = Set.of("delivered", "read");
  private static final Set<String> LOST = Set.of("undelivered", "failed", "canceled");

  private final TwilioAccount account;

  TwilioReports(TwilioAccount account) {
    this.account = account;
  }

  @Override
  public Optional<Verdict> judge(DeliveryReport report) {
    return isGenuine(report) ? read(report) : Optional.empty();
  }

  private boolean isGenuine(DeliveryReport report) {
    var address = account.callbackFor(report.report());
    return address.isPresent()
        && account
            .authToken()
            .filter(
                token ->
                    new RequestValidator(token)
                        .validate(address.get().toString(), report.fields(), report.signature()))
            .isPresent()
        && account.accountSid().equals(Optional.ofNullable(report.fields().get("AccountSid")));
  }

  private static Optional<Verdict> read(DeliveryReport report) {
    var status = report.fields().getOrDefault("MessageStatus", "");
    var error = report.fields().getOrDefault("ErrorCode", "");
    var code = error.matches("[0-9]{1,10}") ? "TWILIO_" + error : "NONE";
    if (UNDER_WAY.contains(status)) {
      return Optional.of(new Verdict(DeliveryStatus.ON_ITS_WAY, "NONE"));
    }
    if (ARRIVED.contains(status)) {
      return Optional.of(new Verdict(DeliveryStatus.DELIVERED, "NONE"));
    }
    return LOST.contains(status)
        ? Optional.of(new Verdict(DeliveryStatus.CAME_BACK, code))
        : Optional.empty();
  }
}
