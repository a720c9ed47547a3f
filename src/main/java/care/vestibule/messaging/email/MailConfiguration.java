package care.vestibule.messaging.email;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  /** Replaces the stock sender, configured as ever, by one that keeps its connections. */
  @Bean
  static BeanPostProcessor reusedConnections() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        // A sender of the clinic's own stays what it is.
        return bean.getClass() == JavaMailSenderImpl.class
            ? PooledMailSender.like((JavaMailSenderImpl) bean)
            : bean;
      }
    };
  }
}
