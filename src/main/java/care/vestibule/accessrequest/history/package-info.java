/** What happened to access requests; only ever added to. */
@NullMarked
@NamedInterface("history")
package care.vestibule.accessrequest.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
