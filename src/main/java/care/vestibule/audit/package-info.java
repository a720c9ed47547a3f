/** The append-only, hash-chained log of who did what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy"})
package care.vestibule.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
