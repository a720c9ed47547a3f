/** Notifications over HTTP. */
@NullMarked
package care.vestibule.accessrequest.web;

import org.jspecify.annotations.NullMarked;
