package care.vestibule.local.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Opens the local pages to whoever sits at this machine; they only ever answer GET. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain localPages(HttpSecurity http) {
    return http.securityMatcher("/local/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy -> policy.policyDirectives("default-src 'self'; object-src 'none'")))
        .build();
  }
}
