/** Messages and their fate: factories, e-mail, SMS, delivery status. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "crypto", "directory", "telemetry", "tenancy", "zone"})
package care.vestibule.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
