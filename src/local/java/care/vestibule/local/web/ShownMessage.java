package care.vestibule.local.web;

import static java.time.temporal.ChronoUnit.SECONDS;

import care.vestibule.local.mail.ReceivedMail;
import care.vestibule.local.sms.ReceivedSms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as the page shows it, whichever way it came.
 *
 * @param messageId the header of that name, or the text message's SID
 * @param channel {@code email} or {@code sms}
 * @param html the path of the HTML part, if it has one
 */
record ShownMessage(
    String messageId,
    Instant at,
    String channel,
    String to,
    String subject,
    String text,
    List<String> links,
    Optional<String> html) {

  static ShownMessage of(ReceivedMail mail) {
    return new ShownMessage(
        mail.messageId(),
        mail.receivedAt().truncatedTo(SECONDS),
        "email",
        mail.to(),
        mail.subject(),
        mail.text(),
        mail.links(),
        mail.html().map(html -> "/local/mailbox/" + mail.id()));
  }

  static ShownMessage of(ReceivedSms sms) {
    return new ShownMessage(
        sms.sid(),
        sms.createdAt().truncatedTo(SECONDS),
        "sms",
        sms.to(),
        "",
        sms.body(),
        sms.links(),
        Optional.empty());
  }
}
