/** One process: where it stands, what happened to it, and whom it is about. */
@NullMarked
package care.vestibule.monitoring.processes;

import org.jspecify.annotations.NullMarked;
