package care.vestibule.messaging.texts;

import care.vestibule.messaging.ClinicSenders;
import care.vestibule.messaging.EmailMessage;
import care.vestibule.messaging.EmailMessageFactory;
import care.vestibule.messaging.MessageFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Words e-mails from {@code templates/mail} and the bundle {@code messages/mail}. */
final class EmailTexts implements EmailMessageFactory {

  private static final String BUTTON = "#0b5c6b";

  private final MessageSource messages;
  private final ClinicSenders senders;
  // An engine of its own: the pages' one resolves no text templates.
  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  EmailTexts(MessageSource messages, ClinicSenders senders) {
    this.messages = messages;
    this.senders = senders;
    templates.setTemplateResolvers(
        new java.util.LinkedHashSet<ITemplateResolver>(
            List.of(resolver("*.html", TemplateMode.HTML), resolver("*.txt", TemplateMode.TEXT))));
    templates.setTemplateEngineMessageSource(messages);
  }

  @Override
  public EmailMessage get(MessageFacts facts) {
    var words = new MessageSentences(messages, facts);
    var context = new Context(facts.locale(), variables(facts, words));
    return new EmailMessage(
        subject(words),
        templates.process("message.txt", context),
        templates.process("message.html", context));
  }

  // No name of a person: subjects are shown on locked screens.
  private static String subject(MessageSentences words) {
    return words.sayOfKind("mail", ".subject", "");
  }

  private Map<String, Object> variables(MessageFacts facts, MessageSentences words) {
    var greeting =
        facts.recipientGivenName().isEmpty()
            ? words.say("mail.greeting.nameless")
            : words.say("mail.greeting", facts.recipientGivenName());
    // A message without a link has nothing to press.
    var action =
        facts.link().isEmpty() ? "" : words.sayOfKind("mail", ".action", facts.senderName());
    return Map.ofEntries(
        Map.entry("language", language(facts.locale())),
        Map.entry("subject", subject(words)),
        Map.entry("greeting", greeting),
        Map.entry("lead", lead(facts, words)),
        Map.entry("action", action),
        Map.entry("link", facts.link().orElse("")),
        Map.entry("validity", words.validity().orElse("")),
        Map.entry("code", facts.code().orElse("")),
        Map.entry("unexpected", words.sayOfKindOrOfAll("mail", ".unexpected")),
        Map.entry("button", senders.current().buttonColor().orElse(BUTTON)),
        Map.entry("clinic", facts.clinicName()));
  }

  // Who stands in for somebody is told so before anything else.
  private static String lead(MessageFacts facts, MessageSentences words) {
    var lead = words.sayOfKind("mail", ".lead", facts.senderName());
    return facts
        .onBehalfOf()
        .filter(name -> !name.isEmpty())
        .map(name -> words.say("mail.on-behalf", name) + " " + lead)
        .orElse(lead);
  }

  private static String language(Locale locale) {
    return List.of("de", "fr", "es").contains(locale.getLanguage()) ? locale.getLanguage() : "en";
  }

  private static ITemplateResolver resolver(String pattern, TemplateMode mode) {
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/mail/");
    resolver.setResolvablePatterns(java.util.Set.of(pattern));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }
}
