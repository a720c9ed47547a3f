/** Letters on paper, printed where the clinic trusts the machine. */
@NamedInterface("paper")
@NullMarked
package care.vestibule.messaging.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
