package care.vestibule.identity.web;

import care.vestibule.identity.IdentityProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than its path has use for, before anybody has proven anything. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class BodyLimits extends OncePerRequestFilter {

  private final IdentityProperties properties;
  private final ProblemAnswer answer;

  BodyLimits(IdentityProperties properties, ProblemAnswer answer) {
    this.properties = properties;
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limit(request.getRequestURI());
    if (request.getContentLengthLong() > limit) {
      answer.write(request, response, Problems.tooLarge());
      return;
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }

  private long limit(String path) {
    if (path.startsWith("/fhir")) {
      return properties.importBody().toBytes();
    }
    if (path.startsWith("/engine/")) {
      return properties.engineBody().toBytes();
    }
    return properties.body().toBytes();
  }
}
