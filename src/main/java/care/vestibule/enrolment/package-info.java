/** The patient's way in: link, birth date, code, key, registration. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "crypto",
      "directory",
      "identity",
      "invitation",
      "invitation :: engine",
      "messaging",
      "tenancy",
      "zone"
    })
package care.vestibule.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
