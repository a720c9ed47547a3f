/**
 * The broker-side jar: posts record batches to the portal, needs nothing but the JDK and the
 * broker's API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.exporter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
