package care.vestibule.messaging;

import care.vestibule.messaging.limits.SmsLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MessagingProperties.class, SmsLimits.class})
class MessagingConfiguration {}
