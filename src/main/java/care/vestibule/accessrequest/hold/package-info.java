/** Single records a doctor holds back. */
@NullMarked
@NamedInterface("hold")
package care.vestibule.accessrequest.hold;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
