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
      case METHOD_NOT_ALLOWED -> new Problem(Problem.Kind.METHOD_NOT_ALLOWED, "method-not-allowed");
      case NOT_ACCEPTABLE -> new Problem(Problem.Kind.NOT_ACCEPTABLE, "not-acceptable");
      case CONTENT_TOO_LARGE -> tooLarge();
      case UNSUPPORTED_MEDIA_TYPE ->
          new Problem(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
      case SERVICE_UNAVAILABLE -> tryAgain();
      default ->
          known.filter(HttpStatus::is4xxClientError).isPresent() ? invalidRequest() : fault();
    };
  }

  static Problem invalidRequest() {
    return new Problem(Problem.Kind.INVALID, "invalid-request");
  }

  static Problem unauthenticated() {
    return new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated");
  }

  static Problem forbidden() {
    return new Problem(Problem.Kind.FORBIDDEN, "forbidden");
  }

  static Problem tooLarge() {
    return new Problem(Problem.Kind.TOO_LARGE, "too-large");
  }

  static Problem tryAgain() {
    return new Problem(Problem.Kind.UNAVAILABLE, "try-again");
  }

  static Problem fault() {
    return new Problem(Problem.Kind.FAULT, "fault");
  }

  /** The status of HTTP (RFC 9110, section 15; RFC 6585) that says a problem of this kind. */
  static HttpStatus status(Problem.Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
