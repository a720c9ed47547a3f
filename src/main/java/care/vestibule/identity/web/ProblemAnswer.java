package care.vestibule.identity.web;

import care.vestibule.identity.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem: a page for people with a browser, RFC 9457 for everybody else. */
@Component
final class ProblemAnswer {

  /** The request attribute under which a problem waits for its page. */
  static final String PROBLEM = ProblemAnswer.class.getName() + ".problem";

  private static final String CORRELATION = ProblemAnswer.class.getName() + ".correlation";
  private static final Pattern NEVER_A_PAGE =
      Pattern.compile("/(api|fhir|engine|actuator|v3)(/.*)?");

  private final JsonMapper json;
  private final MessageSource messages;
  private final LocaleResolver locales;

  ProblemAnswer(JsonMapper json, MessageSource messages, LocaleResolver locales) {
    this.json = json;
    this.messages = messages;
    this.locales = locales;
  }

  void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    if (wantsPage(request)) {
      request.setAttribute(PROBLEM, problem);
      response.sendError(Problems.status(problem.kind()).value());
    } else {
      writeJson(request, response, problem);
    }
  }

  void writeJson(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", problem.type().toString());
    var status = Problems.status(problem.kind());
    var locale = locales.resolveLocale(request);
    body.put("title", messages.getMessage("api.problem." + problem.slug(), null, locale));
    body.put("status", status.value());
    body.put("correlationId", correlation(request));
    response.resetBuffer();
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }

  /** What names this request in the log and in the answer. */
  static String correlation(HttpServletRequest request) {
    if (request.getAttribute(CORRELATION) instanceof String known) {
      return known;
    }
    var correlation = UUID.randomUUID().toString();
    request.setAttribute(CORRELATION, correlation);
    return correlation;
  }

  static boolean wantsPage(HttpServletRequest request) {
    return wantsPage(request, request.getRequestURI());
  }

  /** Whether this is a browser that asked for a page at the given path. */
  static boolean wantsPage(HttpServletRequest request, String path) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !NEVER_A_PAGE.matcher(path).matches();
  }
}
