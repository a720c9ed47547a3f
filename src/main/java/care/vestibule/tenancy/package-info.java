/** Which clinic a piece of work is done for, and the wall PostgreSQL builds around its rows. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
