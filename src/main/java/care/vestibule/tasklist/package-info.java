/** The doctor's page: who asks, what would be shared, approve or decline. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "accessrequest :: decision",
      "accessrequest :: deputy",
      "accessrequest :: history",
      "accessrequest :: hold",
      "crypto",
      "directory",
      "identity",
      "identity :: web",
      "invitation",
      "messaging",
      "messaging :: delivery",
      "process",
      "records",
      "records :: fhir",
      "sharing",
      "tenancy",
      "zone"
    })
package care.vestibule.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
