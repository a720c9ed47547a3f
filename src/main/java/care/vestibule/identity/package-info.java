/** Who is asking: API clients, doctors, patients, their sessions and roles. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "crypto", "directory", "tenancy", "zone"})
package care.vestibule.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
