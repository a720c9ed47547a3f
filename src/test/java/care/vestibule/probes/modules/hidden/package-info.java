@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.probes.modules.hidden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
