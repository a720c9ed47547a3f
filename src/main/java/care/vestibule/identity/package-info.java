/** Who is asking: API clients, doctors, patients, their sessions and roles. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "zone", "directory", "crypto", "audit"})
package care.vestibule.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
