/** What a doctor is asked, what they answered, and the status machine between. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "crypto",
      "directory",
      "identity",
      "messaging",
      "process",
      "records",
      "tenancy",
      "zone"
    })
package care.vestibule.accessrequest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
