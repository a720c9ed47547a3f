/** Custody of the doctors' private keys, giving access, and the report of it. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "process",
      "records",
      "crypto",
      "notification",
      "directory",
      "identity",
      "audit",
      "messaging"
    })
package care.vestibule.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
