/** Encrypted entities, delegations and exchange records; FHIR import. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "crypto", "directory", "identity", "tenancy", "zone"})
package care.vestibule.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
