package care.vestibule.monitoring.processes;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.correspondence.HcpMessageKeys;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to doctors about their requests, and what became of it. */
@Component
@Transactional(readOnly = true)
public class HcpMessages {

  private final HcpMessageKeys mails;
  private final MessageHistory messages;

  HcpMessages(HcpMessageKeys mails, MessageHistory messages) {
    this.mails = mails;
    this.messages = messages;
  }

  /**
   * One mail.
   *
   * @param hcp the professional who was asked; the mail may have gone to a deputy
   */
  public record Sent(UUID hcp, SentMessage message) {}

  /** The mails about these requests, the newest first. */
  public List<Sent> about(List<AccessRequest> requests) {
    return requests.stream()
        .flatMap(
            request ->
                messages.of(mails.messageSubjects(request)).stream()
                    .map(message -> new Sent(request.hcp().value(), message)))
        .sorted(Comparator.comparing((Sent sent) -> sent.message().at()).reversed())
        .toList();
  }
}
