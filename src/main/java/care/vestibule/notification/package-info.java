/** What a doctor is asked, what they answered, and the status machine between. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "process",
      "messaging",
      "directory",
      "identity",
      "audit",
      "crypto"
    })
package care.vestibule.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
