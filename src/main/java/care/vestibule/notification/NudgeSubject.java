package care.vestibule.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a mail about a request is about: several are told of one, each by a message of their own.
 */
final class NudgeSubject {

  private NudgeSubject() {}

  static UUID of(NotificationId notification, String address) {
    var text = notification + "/" + address;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
