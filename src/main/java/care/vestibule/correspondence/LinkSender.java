package care.vestibule.correspondence;

import care.vestibule.invitation.InvitationId;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.Messenger;
import care.vestibule.messaging.paper.LetterPrinter;
import care.vestibule.process.BusinessError;
import care.vestibule.process.BusinessFailure;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Sends patients their links, by the channel they prefer and else by the other one.
 *
 * <p>Each method may be called again after a crash at any point: what was sent is not sent again.
 * Not to be called inside a transaction.
 */
@Component
@OnlyIn(Zone.AGENT)
public class LinkSender {

  private final LinkMessages letters;
  private final Messenger messenger;
  private final LetterPrinter printer;
  private final LinkDeliveries records;

  LinkSender(
      LinkMessages letters, Messenger messenger, LetterPrinter printer, LinkDeliveries records) {
    this.letters = letters;
    this.messenger = messenger;
    this.printer = printer;
    this.records = records;
  }

  /**
   * Sends the invitation.
   *
   * @throws BusinessFailure if no channel is left
   */
  public void sendInvitation(InvitationId id) {
    if (send(id, MessageKind.INVITATION, 0).isPresent()) {
      records.unreachable(id);
      throw new BusinessFailure(BusinessError.UNDELIVERABLE);
    }
  }

  /** Sends the link of the present generation, if nobody got it yet. */
  public void sendFreshLink(InvitationId id) {
    send(id, MessageKind.FRESH_LINK, 0).ifPresent(generation -> records.stranded(id, generation));
  }

  /**
   * Sends what {@link #sendInvitation} or {@link #sendFreshLink} could not hand over then; no step
   * of the process, which waits for the patient meanwhile.
   */
  void sendPostponed(InvitationId id) {
    send(id, MessageKind.INVITATION, 0).ifPresent(generation -> records.stranded(id, generation));
  }

  /** Sends the link for a new key; the desk is told where no channel is left. */
  void sendRenewal(InvitationId id) {
    send(id, MessageKind.FRESH_LINK, 0).ifPresent(generation -> records.unreachable(id));
  }

  /**
   * Reminds the patient, with the same link while it is valid.
   *
   * @param interval the time between two reminders; the job of one of them delivered twice is told
   *     from two of them by it
   */
  public void sendReminder(InvitationId id, Duration interval) {
    records
        .nextReminder(id, interval.dividedBy(2))
        .filter(reminder -> send(id, MessageKind.REMINDER, reminder).isEmpty())
        .ifPresent(reminder -> records.reminded(id, reminder));
  }

  /** The generation for which no channel is left; nothing if all is well. */
  private OptionalInt send(InvitationId id, MessageKind kind, int sequence) {
    while (true) {
      switch (letters.compose(id, kind, sequence)) {
        case ComposedMessage.Needless needless -> {
          return OptionalInt.empty();
        }
        case ComposedMessage.Unreachable unreachable -> {
          return OptionalInt.of(unreachable.generation());
        }
        case ComposedMessage.ToPrint print -> {
          if (!printer.print(id.value(), print.generation(), print.letter())) {
            return OptionalInt.of(print.generation());
          }
          if (records.printed(id, print.generation())) {
            return OptionalInt.empty();
          }
        }
        case ComposedMessage.Ready ready -> {
          if (isDone(id, ready.letter())) {
            return OptionalInt.empty();
          }
        }
      }
    }
  }

  /** False if another letter has to be written: for another channel, or with a newer link. */
  private boolean isDone(InvitationId id, PatientMessage letter) {
    return switch (letter.sendBy(messenger)) {
      case Delivery.Sent sent -> records.sent(id, letter.key());
      case Delivery.Refused refused -> {
        records.refused(id, letter.key());
        yield false;
      }
    };
  }
}
