package care.vestibule.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps whoever left before the answer was written from looking like a fault of ours. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ClientDisconnects extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      if (!isOne(e)) {
        throw e;
      }
    }
  }

  /**
   * Whether an answer could not be written because nobody listens any more.
   *
   * <p>By type and not by the words: a line of our own, to a mail server for one, breaks with the
   * same ones.
   */
  static boolean isOne(Throwable fault) {
    return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ClientAbortException
                    || cause instanceof AsyncRequestNotUsableException);
  }
}
