package care.vestibule.identity.web;

import care.vestibule.identity.Problem;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The problems that come from the way a request is made, whatever it asks for. */
final class Problems {

  private Problems() {}

  /** The problem of an HTTP status that some part of the framework answered with. */
  static Problem of(int status) {
    var known = Optional.ofNullable(HttpStatus.resolve(status)).filter(HttpStatus::isError);
    return switch (known.orElse(HttpStatus.INTERNAL_SERVER_ERROR)) {
      case BAD_REQUEST, UNPROCESSABLE_CONTENT -> invalidRequest();
      case UNAUTHORIZED -> unauthenticated();
      case FORBIDDEN -> forbidden();
      case NOT_FOUND -> Problem.notFound();
      case METHOD_NOT_ALLOWED ->
          problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Not done this way.");
      case NOT_ACCEPTABLE ->
          problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not available in that format.");
      case CONTENT_TOO_LARGE -> tooLarge();
      case UNSUPPORTED_MEDIA_TYPE ->
          problem(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "unsupported-media-type",
              "The body has a format that is not read here.");
      case SERVICE_UNAVAILABLE -> tryAgain();
      default ->
          known.filter(HttpStatus::is4xxClientError).isPresent() ? invalidRequest() : fault();
    };
  }

  static Problem invalidRequest() {
    return problem(
        HttpStatus.BAD_REQUEST, "invalid-request", "The request does not have the expected form.");
  }

  static Problem unauthenticated() {
    return problem(HttpStatus.UNAUTHORIZED, "unauthenticated", "Say who you are first.");
  }

  static Problem forbidden() {
    return problem(HttpStatus.FORBIDDEN, "forbidden", "This is not for you to do.");
  }

  static Problem tooLarge() {
    return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large.");
  }

  static Problem tryAgain() {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE, "try-again", "Not possible right now; try again later.");
  }

  static Problem fault() {
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "fault", "Something is broken here; it was noted.");
  }

  private static Problem problem(HttpStatus status, String slug, String title) {
    return new Problem(status, slug, title);
  }
}
