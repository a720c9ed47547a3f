/** Where every process stands: the projection of the engine's records, and the dashboard. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "accessrequest :: deputy",
      "accessrequest :: hold",
      "audit",
      "correspondence",
      "directory",
      "identity",
      "identity :: web",
      "invitation",
      "messaging",
      "messaging :: delivery",
      "process",
      "process :: projection",
      "sharing",
      "tenancy",
      "zone"
    })
package care.vestibule.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
