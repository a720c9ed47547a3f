package care.vestibule.messaging;

import java.util.Optional;

/**
 * How a clinic wants to appear in its messages.
 *
 * @param name the name beside the sender's address
 * @param replyTo where answers go
 * @param buttonColor of the button in an e-mail, as {@code #0b5c6b}
 */
public record ClinicSender(
    Optional<String> name, Optional<String> replyTo, Optional<String> buttonColor) {

  /** As Vestibule does it. */
  public static final ClinicSender USUAL =
      new ClinicSender(Optional.empty(), Optional.empty(), Optional.empty());
}
