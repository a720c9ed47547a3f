package care.vestibule.enrolment.web;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page a link leads to.
 *
 * <p>It is the same for everybody and changes nothing: mail scanners fetch it, run its script and
 * press its buttons. The server does not even see which link was opened.
 */
@Controller
@OnlyIn(Zone.PORTAL)
class EnrolmentPage {

  @GetMapping("/i")
  String show(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return "invitation/enrol";
  }
}
