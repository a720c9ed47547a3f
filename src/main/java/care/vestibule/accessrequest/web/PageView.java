package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.AccessRequestCursor;
import care.vestibule.accessrequest.AccessRequestList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of notifications; {@code next} is the cursor of the page after it. */
record PageView(List<NotificationView> notifications, @Nullable String next) {

  static PageView of(AccessRequestList page) {
    return new PageView(
        page.notifications().stream().map(NotificationView::of).toList(),
        page.next().map(AccessRequestCursor::toString).orElse(null));
  }
}
