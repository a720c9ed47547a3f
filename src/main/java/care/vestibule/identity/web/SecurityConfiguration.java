package care.vestibule.identity.web;

import care.vestibule.identity.ApiClients;
import care.vestibule.tenancy.CurrentClinic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Three ways into Vestibule: with a key, as the engine, with a browser. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String[] DOCTORS_API = {
    "/api/v1/notifications/**", "/api/v1/tasks/**", "/api/v1/deputyships/**", "/fhir/Task/**"
  };

  private final CurrentClinic clinic;
  private final LoginRedirects doors;
  private final SessionActors sessions;

  SecurityConfiguration(CurrentClinic clinic, LoginRedirects doors, SessionActors sessions) {
    this.clinic = clinic;
    this.doors = doors;
    this.sessions = sessions;
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiClients clients) throws Exception {
    common(http)
        .securityMatcher("/api/**", "/fhir", "/fhir/**")
        .addFilterBefore(new ApiKeyFilter(clients, doors), AuthorizationFilter.class)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        // A doctor's session reaches the doctor's own requests only, and these change by JSON,
        // which no other site can send with the session's cookie.
        .csrf(it -> it.requireCsrfProtectionMatcher(new SimpleRequests()))
        .authorizeHttpRequests(
            it ->
                it.requestMatchers(DOCTORS_API)
                    .hasAnyRole("SYSTEM", "DOCTOR")
                    .anyRequest()
                    .hasRole("SYSTEM"));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain engine(HttpSecurity http) throws Exception {
    // The broker shows a secret of its own to the controller, a provider of messages signs what it
    // reports; neither has a session or a form.
    common(http)
        .securityMatcher("/engine/**", "/hooks/**")
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(it -> it.disable())
        .authorizeHttpRequests(
            it ->
                it.requestMatchers("/engine/records", "/hooks/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll());
    return http.build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http, AfterLogin afterLogin) throws Exception {
    common(http)
        .csrf(it -> it.requireCsrfProtectionMatcher(new SimpleRequests()))
        .formLogin(
            it ->
                it.loginPage("/login")
                    .successHandler(afterLogin)
                    .failureHandler(
                        // The stock one keeps the exception in the session.
                        (request, response, failure) -> response.sendRedirect("/login?refused")))
        .logout(it -> it.logoutSuccessHandler(new AfterLogout()))
        .authorizeHttpRequests(
            it ->
                it.requestMatchers("/", "/error", "/login", "/logout", "/app/**", "/webjars/**")
                    .permitAll()
                    .requestMatchers("/i", "/i/**", "/my/login", "/my/login/**", "/my/restore")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/v3/api-docs", "/v3/api-docs.yaml")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/health/**", "/favicon.ico")
                    .permitAll()
                    .requestMatchers("/my", "/my/**")
                    .hasRole("PATIENT")
                    .requestMatchers("/tasks", "/tasks/**")
                    .hasRole("DOCTOR")
                    .requestMatchers("/desk", "/desk/**")
                    .hasRole("DESK")
                    .requestMatchers("/monitor", "/monitor/**")
                    .hasRole("OPERATIONS")
                    .anyRequest()
                    .authenticated());
    return http.build();
  }

  private HttpSecurity common(HttpSecurity http) throws Exception {
    return http.headers(it -> it.addHeaderWriter(new PageHeaders()))
        .securityContext(it -> it.securityContextRepository(sessions))
        .requestCache(it -> it.requestCache(new NullRequestCache()))
        .exceptionHandling(it -> it.authenticationEntryPoint(doors).accessDeniedHandler(doors))
        .addFilterBefore(
            new SameSite(doors), org.springframework.security.web.csrf.CsrfFilter.class)
        .addFilterAfter(new ClinicFilter(clinic), AuthorizationFilter.class);
  }
}
