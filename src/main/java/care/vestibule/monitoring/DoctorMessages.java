package care.vestibule.monitoring;

import care.vestibule.messaging.MessageHistory;
import care.vestibule.messaging.PostedMessage;
import care.vestibule.notification.DoctorMails;
import care.vestibule.notification.Notification;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to doctors about their requests, and what became of it. */
@Component
@Transactional(readOnly = true)
public class DoctorMessages {

  private final DoctorMails mails;
  private final MessageHistory messages;

  DoctorMessages(DoctorMails mails, MessageHistory messages) {
    this.mails = mails;
    this.messages = messages;
  }

  /**
   * One mail.
   *
   * @param hcp the professional who was asked; the mail may have gone to a deputy
   */
  public record Sent(UUID hcp, PostedMessage message) {}

  /** The mails about these requests, the newest first. */
  public List<Sent> about(List<Notification> requests) {
    return requests.stream()
        .flatMap(
            request ->
                messages.of(mails.messageSubjects(request)).stream()
                    .map(message -> new Sent(request.hcp().value(), message)))
        .sorted(Comparator.comparing((Sent sent) -> sent.message().at()).reversed())
        .toList();
  }
}
