package care.vestibule.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses changes a browser says were started by another site's page (Fetch Metadata). */
final class SameSite extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

  private final AccessDeniedHandler refusal;

  SameSite(AccessDeniedHandler refusal) {
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // No browser, no header: what has no cookies of others can be no tool of others.
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !FROM_HERE.contains(site) && !SAFE.contains(request.getMethod())) {
      refusal.handle(request, response, new AccessDeniedException("Started by another site"));
      return;
    }
    chain.doFilter(request, response);
  }
}
