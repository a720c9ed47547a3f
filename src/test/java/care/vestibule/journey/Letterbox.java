package care.vestibule.journey;

import care.vestibule.local.LocalStack;
import care.vestibule.local.mail.ReceivedMail;
import care.vestibule.local.sms.ReceivedSms;
import care.vestibule.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What arrives at one patient's address and number. */
final class Letterbox {

  private static final Duration BUDGET = Duration.ofSeconds(60);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private final LocalStack stack;
  private final String address;
  private final String number;

  Letterbox(LocalStack stack, String address, String number) {
    this.stack = stack;
    this.address = address;
    this.number = number;
  }

  List<ReceivedMail> mails() {
    return stack.mailbox().to(address);
  }

  List<ReceivedSms> texts() {
    return stack.sms().to(number);
  }

  /** The enrolment link of the newest mail, once that many mails have come. */
  String awaitsLink(int mails) {
    return Await.until("mail number " + mails, BUDGET, this::links, found -> found.size() >= mails)
        .getFirst();
  }

  /** The newest code, once that many text messages have come. */
  String awaitsCode(int messages) {
    var newest =
        Await.until("text message " + messages, BUDGET, this::texts, it -> it.size() >= messages)
            .getFirst();
    var matcher = CODE.matcher(newest.body());
    if (!matcher.find()) {
      throw new AssertionError("No code in: " + newest.body());
    }
    return matcher.group(1);
  }

  private List<String> links() {
    return mails().stream()
        .flatMap(mail -> mail.links().stream().filter(link -> link.contains("#v1.")).limit(1))
        .toList();
  }
}
