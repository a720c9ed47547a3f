/** A doctor's decision on an access request. */
@NullMarked
@NamedInterface("decision")
package care.vestibule.accessrequest.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
