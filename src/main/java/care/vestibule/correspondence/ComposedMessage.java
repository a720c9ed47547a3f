package care.vestibule.correspondence;

import care.vestibule.messaging.paper.PaperLetter;

/** What came of composing a message about an invitation. */
sealed interface ComposedMessage {

  /** A letter to send. */
  record Ready(PatientMessage letter) implements ComposedMessage {}

  /** A letter on paper. */
  record ToPrint(int generation, PaperLetter letter) implements ComposedMessage {}

  /** Nothing is to be sent: the invitation ended, or the message has reached somebody. */
  record Needless() implements ComposedMessage {}

  /** No contact is left that could take it. */
  record Unreachable(int generation) implements ComposedMessage {}
}
