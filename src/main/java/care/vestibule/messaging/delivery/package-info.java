/** What became of each message: attempts, delivery reports, bounces. */
@NullMarked
@NamedInterface("delivery")
package care.vestibule.messaging.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
