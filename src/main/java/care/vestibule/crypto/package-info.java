/** Suites, envelopes, exchange records and fingerprints: plain Java, no Spring, no SQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package care.vestibule.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
