@NullMarked
package care.vestibule.monitoring.metrics;

import org.jspecify.annotations.NullMarked;
