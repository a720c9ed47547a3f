/** What the process is told about an invitation, one class a message of the model. */
@NullMarked
@NamedInterface("engine")
package care.vestibule.invitation.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
