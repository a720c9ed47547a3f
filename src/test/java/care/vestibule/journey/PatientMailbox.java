package care.vestibule.journey;

import care.vestibule.testing.Await;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What arrives at one patient's address and number, as the mailbox of the local profile shows it.
 */
final class PatientMailbox {

  private static final Duration BUDGET = Duration.ofSeconds(60);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private final JourneyHttp http;
  private final String address;
  private final String number;

  PatientMailbox(URI vestibule, String address, String number) {
    this.http = new JourneyHttp(vestibule);
    this.address = address;
    this.number = number;
  }

  /** The e-mails, the newest first. */
  List<JsonNode> mails() {
    return received("email", address);
  }

  /** The text messages, the newest first. */
  List<JsonNode> texts() {
    return received("sms", number);
  }

  /** The enrolment link of the newest mail, once that many mails with one have come. */
  String awaitsLink(int mails) {
    return Await.until("mail number " + mails, BUDGET, this::links, found -> found.size() >= mails)
        .getFirst();
  }

  /** Waits for a mail with these words in its subject. */
  void awaitsMailAbout(String words) {
    var unused =
        Await.until(
            "a mail about " + words,
            BUDGET,
            () -> mails().stream().map(mail -> mail.get("subject").asString()).toList(),
            found -> found.stream().anyMatch(subject -> subject.contains(words)));
  }

  /** The newest code, once that many text messages have come. */
  String awaitsCode(int messages) {
    var newest =
        Await.until("text message " + messages, BUDGET, this::texts, it -> it.size() >= messages)
            .getFirst();
    var matcher = CODE.matcher(newest.get("text").asString());
    if (!matcher.find()) {
      throw new AssertionError("No code in: " + newest);
    }
    return matcher.group(1);
  }

  private List<String> links() {
    return mails().stream()
        .map(mail -> mail.get("links").path(0).asString(""))
        .filter(link -> link.contains("#v1."))
        .toList();
  }

  private List<JsonNode> received(String channel, String to) {
    var all = JourneyHttp.json(http.get("/local/mailbox", "Accept", "application/json"));
    return StreamSupport.stream(all.spliterator(), false)
        .filter(it -> it.get("channel").asString().equals(channel))
        .filter(it -> it.get("to").asString().equals(to))
        .toList();
  }
}
