package care.vestibule.probes;

import org.springframework.http.HttpStatus;

final class AnswersInHttp {

  HttpStatus status() {
    return HttpStatus.CONFLICT;
  }
}
