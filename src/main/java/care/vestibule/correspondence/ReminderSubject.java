package care.vestibule.correspondence;

import care.vestibule.accessrequest.AccessRequestId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a mail about a request is about: several are told of one, each by a message of their own.
 */
final class ReminderSubject {

  private ReminderSubject() {}

  static UUID of(AccessRequestId notification, String address) {
    var text = notification + "/" + address;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
