/** Every message of the process to patients and doctors. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "crypto",
      "directory",
      "enrolment",
      "identity",
      "invitation",
      "invitation :: engine",
      "messaging",
      "messaging :: paper",
      "process",
      "tenancy",
      "zone"
    })
package care.vestibule.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
