package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.AccessRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification as other systems see it: references and codes. */
record NotificationView(
    UUID id,
    String type,
    String status,
    UUID author,
    UUID responsible,
    UUID hcp,
    UUID invitation,
    @Nullable UUID handler,
    @Nullable String reason,
    @Nullable String problem,
    Instant created,
    Instant modified) {

  static NotificationView of(AccessRequest notification) {
    return new NotificationView(
        notification.id().value(),
        notification.type().name(),
        notification.status().name().toLowerCase(Locale.ROOT),
        notification.author(),
        notification.responsible().value(),
        notification.hcp().value(),
        notification.invitation(),
        notification.handler().isPresent() ? notification.handler().get().value() : null,
        notification.reason().isPresent() ? notification.reason().get().name() : null,
        notification.problem().isPresent() ? notification.problem().get().name() : null,
        notification.created(),
        notification.modified());
  }
}
