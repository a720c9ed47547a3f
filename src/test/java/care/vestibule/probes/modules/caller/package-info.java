@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.probes.modules.caller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
