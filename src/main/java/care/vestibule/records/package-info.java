/** Encrypted entities, delegations and exchange records; FHIR import. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"tenancy", "zone", "crypto", "directory", "identity", "audit"})
package care.vestibule.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
