/** Notifications over real HTTP. */
@NullMarked
package care.vestibule.notification.web;

import org.jspecify.annotations.NullMarked;
