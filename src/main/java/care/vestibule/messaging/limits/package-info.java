/** How many messages may go out. */
@NullMarked
package care.vestibule.messaging.limits;

import org.jspecify.annotations.NullMarked;
