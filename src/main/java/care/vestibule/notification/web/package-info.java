/** Notifications over HTTP. */
@NullMarked
package care.vestibule.notification.web;

import org.jspecify.annotations.NullMarked;
