package care.vestibule.identity.web;

import care.vestibule.identity.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a controller throws into a problem that repeats nothing of what was sent. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

  private final ProblemAnswer answer;
  private final FaultLog faults;

  ProblemAdvice(ProblemAnswer answer, FaultLog faults) {
    this.answer = answer;
    this.faults = faults;
  }

  @ExceptionHandler
  void answer(HttpServletRequest request, HttpServletResponse response, Exception exception)
      throws Exception {
    if (exception instanceof AuthenticationException
        || exception instanceof AccessDeniedException) {
      // Who may come in, and by which door, is for the security filters to say.
      throw exception;
    }
    if (ClientDisconnects.isOne(exception)) {
      return;
    }
    var problem = problem(exception);
    if (Problems.status(problem.kind()).is5xxServerError()) {
      faults.note(ProblemAnswer.correlation(request), exception);
    }
    write(request, response, problem);
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    answer.write(request, response, problem);
  }

  private static Problem problem(Exception exception) {
    return switch (exception) {
      case Problem problem -> problem;
      case HttpMessageNotReadableException unreadable ->
          unreadable.getMostSpecificCause() instanceof Problem problem
              ? problem
              : Problems.invalidRequest();
      case MethodArgumentTypeMismatchException mismatch ->
          // An identifier that is none names nothing, like one that is unknown.
          mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
              ? Problem.notFound()
              : Problems.invalidRequest();
      case ErrorResponse response -> Problems.of(response.getStatusCode().value());
      case CannotCreateTransactionException noDatabase -> Problems.tryAgain();
      case DataAccessResourceFailureException noDatabase -> Problems.tryAgain();
      case TransientDataAccessException busy -> Problems.tryAgain();
      default -> Problems.fault();
    };
  }
}
