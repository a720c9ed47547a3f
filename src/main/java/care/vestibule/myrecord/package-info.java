/** The patient's page: who has answered, and the record itself, decrypted in the browser. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "audit",
      "crypto",
      "directory",
      "identity",
      "records",
      "sharing",
      "tenancy",
      "zone"
    })
package care.vestibule.myrecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
