package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;

/** What a sealed secret is bound to: the label of its format and what that format authenticates. */
final class SealingContext {

  private final String label;
  private final byte[] associated;

  /**
   * Takes a label and a context that starts with it, in the sense of {@link TlvWriter#labelled}.
   */
  SealingContext(String label, byte[] associated) {
    this.label = label;
    this.associated = associated;
  }

  byte[] info() {
    return label.getBytes(StandardCharsets.UTF_8);
  }

  byte[] associated() {
    return associated;
  }

  /** SHA-256 of the context, for sealings that bind to 32 bytes. */
  byte[] hash() {
    return Sha256.of(associated);
  }
}
