package care.vestibule.messaging.paper;

import java.util.UUID;

/**
 * Lays letters where the clinic prints from; in the agent's zone, for the portal must not see the
 * link in them.
 */
@FunctionalInterface
public interface LetterPrinter {

  /**
   * Lays out a letter. The same letter again replaces itself, so that a crash in between leaves
   * one.
   *
   * @param invitation and {@code generation} name it
   * @return whether Vestibule prints letters
   */
  boolean print(UUID invitation, int generation, PaperLetter letter);
}
