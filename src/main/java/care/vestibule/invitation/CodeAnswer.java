package care.vestibule.invitation;

import care.vestibule.messaging.Channel;

/** What became of the wish for a code. */
public sealed interface CodeAnswer {

  /** The link is right; a code is on its way or was sent often enough, by this channel. */
  record Sent(Channel channel) implements CodeAnswer {}

  /** The link is right and no code is needed. */
  record NotNeeded() implements CodeAnswer {}

  /** No door here, and never why. */
  record Refused() implements CodeAnswer {}
}
