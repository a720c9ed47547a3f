/** The two trust zones, portal and agent, and which of them this process plays. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
