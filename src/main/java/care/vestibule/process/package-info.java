/**
 * The engine seen from Java: client, outbox, inbox, worker registry, and the names in the model.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"telemetry", "tenancy", "zone"})
package care.vestibule.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
