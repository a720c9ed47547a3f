/** Who may decide for whom. */
@NullMarked
@NamedInterface("deputy")
package care.vestibule.accessrequest.deputy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
