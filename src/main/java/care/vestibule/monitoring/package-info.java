/** Where every process stands: the projection of the engine's records, and the dashboard. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "process",
      "invitation",
      "messaging",
      "notification",
      "sharing",
      "directory",
      "identity",
      "audit"
    })
package care.vestibule.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
