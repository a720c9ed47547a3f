/** The life of an invitation: request, link, enrolment, expiry. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "accessrequest :: hold",
      "audit",
      "directory",
      "identity",
      "messaging",
      "process",
      "tenancy",
      "zone"
    })
package care.vestibule.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
