/** The patient's page: who has answered, and the record itself, decrypted in the browser. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "notification",
      "sharing",
      "records",
      "directory",
      "identity",
      "audit",
      "crypto"
    })
package care.vestibule.myrecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
