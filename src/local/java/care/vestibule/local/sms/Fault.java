package care.vestibule.local.sms;

import java.time.Duration;

/** One thing that can go wrong with one message. */
sealed interface Fault {

  /** Nothing is taken, and the answer has this status. */
  record Answer(int status) implements Fault {}

  /** The message is taken, but the connection ends without an answer. */
  record Silence(Duration delay) implements Fault {}
}
