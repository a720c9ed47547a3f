/** Letters on paper, printed where the clinic trusts the machine. */
@NamedInterface("letter")
@NullMarked
package care.vestibule.messaging.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
