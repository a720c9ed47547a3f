/** Numbers for alerts and for the long run. */
@NullMarked
package care.vestibule.monitoring.metrics;

import org.jspecify.annotations.NullMarked;
