package care.vestibule.invitation;

import care.vestibule.messaging.letter.PrintedLetter;

/** What came of composing a message about an invitation. */
sealed interface Composition {

  /** A letter to send. */
  record Ready(Letter letter) implements Composition {}

  /** A letter on paper. */
  record ToPrint(int generation, PrintedLetter letter) implements Composition {}

  /** Nothing is to be sent: the invitation ended, or the message has reached somebody. */
  record Needless() implements Composition {}

  /** No contact is left that could take it. */
  record Unreachable(int generation) implements Composition {}
}
