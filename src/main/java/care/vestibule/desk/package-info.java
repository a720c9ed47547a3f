/** The clinic desk's page: invite, see what became of it, help where it got stuck. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "accessrequest",
      "directory",
      "enrolment",
      "identity",
      "identity :: web",
      "invitation",
      "messaging",
      "messaging :: delivery",
      "zone"
    })
package care.vestibule.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
