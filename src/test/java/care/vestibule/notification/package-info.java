/** Notifications on a real database. */
@NullMarked
package care.vestibule.notification;

import org.jspecify.annotations.NullMarked;
