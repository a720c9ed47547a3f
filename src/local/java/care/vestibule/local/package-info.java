/** A whole clinic on one machine: embedded engine and database, mailbox, SMS gateway, demo data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "identity", "tenancy"})
package care.vestibule.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
