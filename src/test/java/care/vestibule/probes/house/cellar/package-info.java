@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.probes.house.cellar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
