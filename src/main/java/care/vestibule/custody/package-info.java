/** Custody of the professionals' private keys: keystore files that only the agent can open. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "crypto", "directory", "process", "tenancy", "zone"})
package care.vestibule.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
