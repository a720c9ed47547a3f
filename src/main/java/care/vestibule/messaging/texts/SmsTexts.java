package care.vestibule.messaging.texts;

import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.SmsMessage;
import care.vestibule.messaging.SmsMessageFactory;
import org.springframework.context.MessageSource;

/** Words text messages from the bundle {@code messages/sms}, in one segment where that can be. */
final class SmsTexts implements SmsMessageFactory {

  /** A name that is cut further says nothing any more. */
  private static final int SHORTEST_NAME = 8;

  private final MessageSource messages;

  SmsTexts(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public SmsMessage get(MessageFacts facts) {
    var words = new MessageSentences(messages, facts);
    var text = shortened(words, facts.senderName());
    // Who stands in for somebody is told for whom, unless that alone costs a second segment.
    return new SmsMessage(
        facts
            .onBehalfOf()
            .map(name -> Gsm7.simplify(words.say("sms.on-behalf", name)) + " " + text)
            .filter(named -> Gsm7.fits(named) && Gsm7.septets(named) <= Gsm7.SEGMENT)
            .orElse(text));
  }

  private static String shortened(MessageSentences words, String sender) {
    var text = said(words, sender);
    if (Gsm7.fits(text) && Gsm7.septets(text) > Gsm7.SEGMENT) {
      int length = sender.length() - (Gsm7.septets(text) - Gsm7.SEGMENT) - 1;
      if (length >= SHORTEST_NAME) {
        // The name is what can be shorter; a link, a time or a site's name cannot.
        return said(words, sender.substring(0, length).strip() + ".");
      }
    }
    return text;
  }

  private static String said(MessageSentences words, String sender) {
    return Gsm7.simplify(words.sayOfKind("sms", "", sender));
  }
}
