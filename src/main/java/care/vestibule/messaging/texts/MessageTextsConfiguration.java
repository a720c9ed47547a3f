package care.vestibule.messaging.texts;

import care.vestibule.messaging.EmailMessageFactory;
import care.vestibule.messaging.SmsMessageFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The built-in words, which step back for any bean a clinic brings, wherever it is declared. */
@Configuration(proxyBeanMethods = false)
class MessageTextsConfiguration {

  @Bean
  @Fallback
  EmailMessageFactory builtInEmails(MessageSource messages, ClinicTexts texts) {
    return new EmailTexts(new ClinicMessageSource(messages, texts), texts);
  }

  @Bean
  @Fallback
  SmsMessageFactory builtInTexts(MessageSource messages, ClinicTexts texts) {
    return new SmsTexts(new ClinicMessageSource(messages, texts));
  }
}
