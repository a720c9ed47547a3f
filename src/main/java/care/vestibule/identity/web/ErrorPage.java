package care.vestibule.identity.web;

import care.vestibule.identity.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the container sends requests that failed, also those no controller ever saw. */
@Controller
final class ErrorPage implements ErrorController {

  private static final Pattern OF_PATIENTS = Pattern.compile("/my.*|/i(/.*)?");

  private final ProblemAnswer answer;
  private final FaultLog faults;
  private final MessageSource messages;

  ErrorPage(ProblemAnswer answer, FaultLog faults, MessageSource messages) {
    this.answer = answer;
    this.faults = faults;
    this.messages = messages;
  }

  @RequestMapping("/error")
  @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    var problem = problem(request);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
      faults.note(ProblemAnswer.correlation(request), fault);
    }
    if (path.isEmpty() || !ProblemAnswer.wantsPage(request, path.get().toString())) {
      answer.writeJson(request, response, problem);
      return null;
    }
    return new ModelAndView(
        "identity/error",
        Map.of(
            "slug", words(problem),
            "correlation", ProblemAnswer.correlation(request),
            "home", OF_PATIENTS.matcher(path.get().toString()).matches() ? "/my" : "/"),
        Problems.status(problem.kind()));
  }

  /** The slug whose words the page shows: modules may have problems only machines see. */
  private String words(Problem problem) {
    var known = "problem." + problem.slug() + ".help";
    return "".equals(messages.getMessage(known, null, "", Locale.ENGLISH))
        ? "other"
        : problem.slug();
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(ProblemAnswer.PROBLEM) instanceof Problem problem) {
      return problem;
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? Problems.of(status)
        : Problem.notFound();
  }
}
