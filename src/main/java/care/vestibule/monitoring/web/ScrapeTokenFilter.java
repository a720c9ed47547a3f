package care.vestibule.monitoring.web;

import care.vestibule.monitoring.ScrapeToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The door to {@code /actuator/prometheus}: a token opens it, and no session. */
@Configuration(proxyBeanMethods = false)
class ScrapeTokenFilter {

  private static final int UNAUTHORIZED = 401;

  @Bean
  @Order(0)
  SecurityFilterChain scraping(HttpSecurity http, ObjectProvider<ScrapeToken> tokens)
      throws Exception {
    var token = tokens.getIfAvailable(ScrapeToken::none);
    return http.securityMatcher("/actuator/prometheus")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            it ->
                it.anyRequest()
                    .access(
                        (who, asked) ->
                            new AuthorizationDecision(
                                token.opensFor(authorization(asked.getRequest())))))
        .exceptionHandling(
            it ->
                it.authenticationEntryPoint(
                    (request, response, refused) -> {
                      response.setHeader("WWW-Authenticate", "Bearer");
                      response.setStatus(UNAUTHORIZED);
                    }))
        .build();
  }

  private static String authorization(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization")).orElse("");
  }
}
