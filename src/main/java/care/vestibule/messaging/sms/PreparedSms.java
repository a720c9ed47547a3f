package care.vestibule.messaging.sms;

import care.vestibule.crypto.Pepper;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.delivery.MessageHash;
import care.vestibule.messaging.delivery.PreparedMessage;
import care.vestibule.messaging.delivery.Undeliverable;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text message for one number. */
record PreparedSms(
    TwilioRestClient twilio,
    String from,
    String to,
    String text,
    Optional<URI> callback,
    Pepper pepper)
    implements PreparedMessage {

  /** Twilio's clock and ours may differ by as much. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  /**
   * No number, not a mobile, not reachable from here, has asked for no more messages: Twilio's
   * error codes for what no later attempt can change.
   */
  private static final Set<Integer> FINAL =
      Set.of(21211, 21214, 21217, 21408, 21610, 21612, 21614, 21635);

  @Override
  public MessageHash digest() {
    return MessageHash.of(pepper, to, text);
  }

  @Override
  public String hand() {
    try {
      var creator = Message.creator(new PhoneNumber(to), new PhoneNumber(from), text);
      callback.ifPresent(creator::setStatusCallback);
      return creator.create(twilio).getSid();
    } catch (ApiException e) {
      var code = e.getCode();
      if (code != null && FINAL.contains(code)) {
        throw new Undeliverable(Delivery.Reason.REJECTED, "TWILIO_" + code);
      }
      throw failure(e);
    } catch (TwilioException e) {
      throw failure(e);
    }
  }

  @Override
  public List<String> lookFor(Set<MessageHash> digests, Instant since) {
    var found = new ArrayList<String>();
    try {
      // By number only: Twilio's filter by date leaves out what is still queued.
      for (var message : Message.reader().setTo(to).setPageSize(50L).limit(200).read(twilio)) {
        if (message.getDateCreated().toInstant().isBefore(since.minus(SKEW))) {
          break;
        }
        if (digests.contains(MessageHash.of(pepper, to, message.getBody()))) {
          found.add(message.getSid());
        }
      }
      return found;
    } catch (TwilioException e) {
      throw failure(e);
    }
  }

  // The SDK's exceptions quote the number.
  private static NotSentYet failure(TwilioException e) {
    return new NotSentYet(
        e instanceof ApiException answer && answer.getStatusCode() != null
            ? "TWILIO_HTTP_" + answer.getStatusCode()
            : "TWILIO_UNREACHABLE");
  }

  @Override
  public String toString() {
    return "PreparedSms[]";
  }
}
