/** Turns the engine's records into rows. */
@NullMarked
package care.vestibule.monitoring.projection;

import org.jspecify.annotations.NullMarked;
