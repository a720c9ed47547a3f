package care.vestibule.notification.web;

import care.vestibule.notification.Cursor;
import care.vestibule.notification.NotificationPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of notifications; {@code next} is the cursor of the page after it. */
record PageView(List<NotificationView> notifications, @Nullable String next) {

  static PageView of(NotificationPage page) {
    return new PageView(
        page.notifications().stream().map(NotificationView::of).toList(),
        page.next().map(Cursor::toString).orElse(null));
  }
}
