package care.vestibule.identity.web;

import care.vestibule.tenancy.CurrentClinic;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Does the rest of the request for the clinic of whoever asks. */
final class ClinicFilter extends OncePerRequestFilter {

  private final CurrentClinic clinic;

  ClinicFilter(CurrentClinic clinic) {
    this.clinic = clinic;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof ActorAuthentication asking)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      clinic.during(asking.actor().clinic(), () -> proceed(request, response, chain));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Wrapped e) {
      throw e.exception;
    }
  }

  // A page that answers late is dispatched again, on another thread, which has no clinic yet.
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  private static void proceed(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Wrapped(e);
    }
  }

  /** Carries a checked exception through work that may throw none. */
  private static final class Wrapped extends RuntimeException {
    private final transient ServletException exception;

    private Wrapped(ServletException exception) {
      super(exception);
      this.exception = exception;
    }
  }
}
