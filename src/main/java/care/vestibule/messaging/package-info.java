/** Messages and their fate: factories, e-mail, SMS, delivery status. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "directory",
      "crypto",
      "audit",
      "identity",
      "telemetry"
    })
package care.vestibule.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
