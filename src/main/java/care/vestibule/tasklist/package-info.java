/** The doctor's page: who asks, what would be shared, approve or decline. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "crypto",
      "zone",
      "process",
      "notification",
      "invitation",
      "messaging",
      "sharing",
      "records",
      "records :: fhir",
      "directory",
      "identity",
      "audit"
    })
package care.vestibule.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
