/** The clinic desk's page: invite, see what became of it, help where it got stuck. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "zone",
      "invitation",
      "messaging",
      "directory",
      "identity",
      "audit",
      "notification"
    })
package care.vestibule.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
