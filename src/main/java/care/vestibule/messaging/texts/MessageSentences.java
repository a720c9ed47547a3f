package care.vestibule.messaging.texts;

import care.vestibule.messaging.MessageFacts;
import care.vestibule.messaging.MessageKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The sentences about a message's facts, in the recipient's language. */
final class MessageSentences {

  private final MessageSource messages;
  private final MessageFacts facts;

  MessageSentences(MessageSource messages, MessageFacts facts) {
    this.messages = messages;
    this.facts = facts;
  }

  /** The sentence of that key with the facts filled in. */
  String say(String key, Object... more) {
    return messages.getMessage(key, more, facts.locale());
  }

  /** The sentence one kind of message has under that name. */
  String sayOfKind(String bundle, String name, String sender) {
    return say(
        bundle + "." + key(facts.kind()) + name,
        sender,
        facts.clinicName(),
        facts.solutionName(),
        facts.link().orElse(""),
        validity().orElse(""),
        facts.code().orElse(""));
  }

  /** As {@link #sayOfKind} for a kind that has such a sentence, else the one all kinds share. */
  String sayOfKindOrOfAll(String bundle, String name) {
    var ofAll = say(bundle + name);
    return java.util.Objects.requireNonNull(
        messages.getMessage(
            bundle + "." + key(facts.kind()) + name, new Object[0], ofAll, facts.locale()));
  }

  /** How long link or code are good for, such as "one hour"; never more than is true. */
  Optional<String> validity() {
    return facts.validity().map(this::duration);
  }

  private String duration(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    if (minutes >= Duration.ofDays(2).toMinutes()) {
      return say("duration.days", duration.toDays());
    }
    if (minutes >= 60 && (minutes % 60 == 0 || minutes > 180)) {
      return say("duration.hours", duration.toHours());
    }
    return say("duration.minutes", minutes);
  }

  private static String key(MessageKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
