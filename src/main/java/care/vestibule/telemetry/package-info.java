/** What belongs together: traces through Vestibule and the engine, without anything personal. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
