package care.vestibule.enrolment.web;

import care.vestibule.enrolment.CodeRequestResult;
import care.vestibule.enrolment.EnrolmentResult;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.enrolment.NewKey;
import care.vestibule.enrolment.RefusedLinks;
import care.vestibule.identity.PatientSessions;
import care.vestibule.messaging.Channel;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The patient's door.
 *
 * <p>The browser posts JSON with the header {@code X-Vestibule: 1}, which no other site can make it
 * do. Each body holds the patient's birth date as {@code born}: a scanner that presses buttons
 * types none. {@code /i/code} answers {@code {need: "code"|"none", channel, clinic, invitation,
 * generation}}, or {@code {need: "born"}} when the date is missing or wrong; {@code /i/enrol}
 * answers {@code {next: "/my"}}, or {@code {need: "code"}} when the code is missing or wrong;
 * {@code /i/fresh} answers 202, whatever the link is. A link that opens nothing is one and the same
 * 401, or 429 once an address showed too many of them or asked for too many others; a key that does
 * not fit its proof is 400.
 */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping(path = "/i", consumes = MediaType.APPLICATION_JSON_VALUE, headers = "X-Vestibule=1")
class EnrolmentApi {

  private final Enrolments enrolments;
  private final PatientSessions sessions;
  private final RefusedLinks refused;

  EnrolmentApi(Enrolments enrolments, PatientSessions sessions, RefusedLinks refused) {
    this.enrolments = enrolments;
    this.sessions = sessions;
    this.refused = refused;
  }

  @PostMapping("/code")
  ResponseEntity<?> code(
      HttpServletRequest request, HttpServletResponse response, @RequestBody LinkBody body) {
    var answer =
        body.link()
            .map(link -> enrolments.requestCode(link, body.birthDate()))
            .orElseGet(CodeRequestResult.Refused::new);
    return switch (answer) {
      case CodeRequestResult.Begun begun -> EnrolmentResponses.ok(shown(begun));
      case CodeRequestResult.BirthDateNeeded needed ->
          EnrolmentResponses.ok(Map.of("need", "born"));
      case CodeRequestResult.Refused nothing -> refusal(request, response);
    };
  }

  @PostMapping("/enrol")
  ResponseEntity<?> enrol(
      HttpServletRequest request, HttpServletResponse response, @RequestBody EnrolBody body) {
    var key = body.key();
    // Judged before the link, so that it says nothing about the link.
    if (key.isEmpty()) {
      return EnrolmentResponses.keyRefusal();
    }
    return switch (answer(body, key.get())) {
      case EnrolmentResult.Enrolled enrolled -> {
        sessions.signIn(request, response, enrolled.user());
        yield EnrolmentResponses.ok(Map.of("next", "/my"));
      }
      case EnrolmentResult.CodeNeeded needed -> EnrolmentResponses.ok(Map.of("need", "code"));
      case EnrolmentResult.BirthDateNeeded needed -> EnrolmentResponses.ok(Map.of("need", "born"));
      case EnrolmentResult.KeyRefused unfit -> EnrolmentResponses.keyRefusal();
      case EnrolmentResult.Refused nothing -> refusal(request, response);
    };
  }

  @PostMapping("/fresh")
  ResponseEntity<?> fresh(
      HttpServletRequest request, HttpServletResponse response, @RequestBody LinkBody body) {
    body.link().ifPresent(link -> enrolments.requestFreshLink(link, body.birthDate()));
    // Every wish counts: were it only those that lead nowhere, the answer would tell which do.
    letWait(request, response);
    return EnrolmentResponses.accepted();
  }

  private ResponseEntity<?> refusal(HttpServletRequest request, HttpServletResponse response) {
    letWait(request, response);
    return EnrolmentResponses.refusal();
  }

  // The container knows the client's address behind a proxy (vestibule.trusted-proxies).
  private void letWait(HttpServletRequest request, HttpServletResponse response) {
    refused
        .count(request.getRemoteAddr())
        .ifPresent(
            wait -> {
              response.setHeader(HttpHeaders.RETRY_AFTER, EnrolmentResponses.seconds(wait));
              response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
              throw EnrolmentResponses.tooMany();
            });
  }

  private EnrolmentResult answer(EnrolBody body, NewKey key) {
    return body.link()
        .map(
            link -> enrolments.enrol(link, Optional.ofNullable(body.code()), body.birthDate(), key))
        .orElseGet(EnrolmentResult.Refused::new);
  }

  private static Map<String, ?> shown(CodeRequestResult.Begun begun) {
    return Map.of(
        "need", begun.codeBy().isPresent() ? "code" : "none",
        "channel", begun.codeBy().map(EnrolmentApi::spelt).orElse(""),
        "clinic", begun.clinic().toString(),
        "invitation", begun.invitation().toString(),
        "generation", begun.generation());
  }

  private static String spelt(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
