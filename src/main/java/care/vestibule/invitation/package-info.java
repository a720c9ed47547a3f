/** The life of an invitation: request, link, enrolment, expiry. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "process",
      "identity",
      "messaging",
      "messaging :: letter",
      "directory",
      "crypto",
      "audit",
      "notification"
    })
package care.vestibule.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
