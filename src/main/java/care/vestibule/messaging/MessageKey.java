package care.vestibule.messaging;

import java.util.UUID;

/**
 * Names one message; whatever is sent under the same key is sent once.
 *
 * @param subject what it is about, such as an invitation or a notification
 * @param generation which link of the invitation it carries; 0 where there is none
 * @param channel by which technique it travels
 * @param kind what it is for
 * @param sequence tells apart messages of one kind, such as the second reminder from the first
 */
public record MessageKey(
    UUID subject, int generation, Channel channel, MessageKind kind, int sequence) {

  /** Refuses negative numbers. */
  public MessageKey {
    if (generation < 0 || sequence < 0) {
      throw new IllegalArgumentException("A message key counts from zero");
    }
  }
}
