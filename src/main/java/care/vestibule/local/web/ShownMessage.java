package care.vestibule.local.web;

import care.vestibule.local.mail.ReceivedMail;
import care.vestibule.local.sms.ReceivedSms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as the page shows it, whichever way it came.
 *
 * @param channel {@code email} or {@code sms}
 * @param html the path of the HTML part, if it has one
 */
record ShownMessage(
    Instant at,
    String channel,
    String to,
    String subject,
    String text,
    List<String> links,
    Optional<String> html) {

  static ShownMessage of(ReceivedMail mail) {
    return new ShownMessage(
        mail.receivedAt(),
        "email",
        mail.to(),
        mail.subject(),
        mail.text(),
        mail.links(),
        mail.html().map(html -> "/local/mailbox/" + mail.id()));
  }

  static ShownMessage of(ReceivedSms sms) {
    return new ShownMessage(
        sms.createdAt(), "sms", sms.to(), "", sms.body(), sms.links(), Optional.empty());
  }
}
