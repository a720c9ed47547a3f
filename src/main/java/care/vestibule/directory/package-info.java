/**
 * Clinics, healthcare professionals, patients' clear administrative data, and everybody's public
 * keys.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"crypto", "tenancy"})
package care.vestibule.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
