/** Custody of the doctors' private keys, giving access, and the report of it. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "accessrequest :: decision",
      "accessrequest :: hold",
      "audit",
      "crypto",
      "custody",
      "directory",
      "identity",
      "process",
      "records",
      "tenancy",
      "zone"
    })
package care.vestibule.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
