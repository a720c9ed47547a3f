package care.vestibule.local.web;

import care.vestibule.local.LocalStack;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows e-mails and text messages, the newest first; exists in profile local only. */
@Controller
@Profile("local")
final class MailboxPage {

  /** A mail is somebody else's HTML: its styles may apply, but nothing of it may run or load. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private final LocalStack stack;

  MailboxPage(LocalStack stack) {
    this.stack = stack;
  }

  @GetMapping(path = "/local/mailbox", produces = MediaType.TEXT_HTML_VALUE)
  String messages(Model model) {
    model.addAttribute("messages", messages());
    return "local/mailbox";
  }

  /** The same for scripts. */
  @GetMapping(path = "/local/mailbox", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<ShownMessage> messages() {
    var mails = stack.mailbox().all().stream().map(ShownMessage::of);
    var texts = stack.sms().all().stream().map(ShownMessage::of);
    return Stream.concat(mails, texts)
        .sorted(Comparator.comparing(ShownMessage::at).reversed())
        .toList();
  }

  @GetMapping("/local/mailbox/{id}")
  ResponseEntity<String> html(@PathVariable String id) {
    return stack.mailbox().all().stream()
        .filter(mail -> mail.id().equals(id))
        .flatMap(mail -> mail.html().stream())
        .findFirst()
        .map(MailboxPage::asPage)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<String> asPage(String html) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", MAIL_POLICY)
        .body(html);
  }
}
