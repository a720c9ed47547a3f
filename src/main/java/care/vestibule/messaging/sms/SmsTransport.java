package care.vestibule.messaging.sms;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.SmsMessageFactory;
import care.vestibule.messaging.delivery.ExternalId;
import care.vestibule.messaging.delivery.MessageTransport;
import care.vestibule.messaging.delivery.PreparedMessage;
import care.vestibule.messaging.delivery.Undeliverable;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import com.twilio.http.TwilioRestClient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends text messages by the clinic's Twilio account, to numbers as its region writes them. */
@Component
@OnlyIn(Zone.AGENT)
final class SmsTransport implements MessageTransport {

  private final SmsMessageFactory factory;
  private final Clinics clinics;
  private final CurrentClinic clinic;
  private final Pepper pepper;
  private final TwilioAccount account;
  private final Optional<TwilioRestClient> twilio;

  SmsTransport(
      SmsMessageFactory factory,
      Clinics clinics,
      CurrentClinic clinic,
      Pepper pepper,
      TwilioAccount account) {
    this.factory = factory;
    this.clinics = clinics;
    this.clinic = clinic;
    this.pepper = pepper;
    this.account = account;
    this.twilio = client(account);
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public PreparedMessage prepare(ExternalId mark, Contact to, MessageFacts facts) {
    if (to.kind() != Contact.Kind.MOBILE) {
      throw new Undeliverable(Delivery.Reason.NOT_MOBILE, "NOT_MOBILE");
    }
    var region = clinics.find(clinic.get()).map(Clinic::region).orElseThrow();
    return new PreparedSms(
        twilio.orElseThrow(SmsTransport::notSetUp),
        account.from().orElseThrow(SmsTransport::notSetUp),
        MobileNumber.of(to.value(), region, account.countries()),
        factory.get(facts).text(),
        account.callbackFor(mark.report()),
        pepper);
  }

  private static Undeliverable notSetUp() {
    return new Undeliverable(Delivery.Reason.NOT_SET_UP, "NO_TWILIO_ACCOUNT");
  }

  private static Optional<TwilioRestClient> client(TwilioAccount account) {
    return account
        .accountSid()
        .flatMap(
            sid ->
                account
                    .authToken()
                    .map(
                        token ->
                            new TwilioRestClient.Builder(sid, token)
                                .httpClient(new OneShotHttpClient(account.baseUrl()))
                                .build()));
  }
}
