package care.vestibule.identity.web;

import care.vestibule.identity.ApiClients;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer vk_...} (RFC 6750); a header that proves nothing is 401. */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApiClients clients;
  private final AuthenticationEntryPoint refusal;

  ApiKeyFilter(ApiClients clients, AuthenticationEntryPoint refusal) {
    this.clients = clients;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    var holder =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? clients.holderOf(header.substring(SCHEME.length()).strip())
            : java.util.Optional.<care.vestibule.identity.Actor.ClinicSystem>empty();
    if (holder.isEmpty()) {
      SecurityContextHolder.clearContext();
      refusal.commence(request, response, new BadCredentialsException("No such key"));
      return;
    }
    // The context lives as long as the request: a key opens no session.
    SecurityContextHolder.setContext(
        new SecurityContextImpl(new ActorAuthentication(holder.get())));
    chain.doFilter(request, response);
  }
}
