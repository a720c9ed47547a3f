@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.probes.house.kitchen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
