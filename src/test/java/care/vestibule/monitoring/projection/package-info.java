@NullMarked
package care.vestibule.monitoring.projection;

import org.jspecify.annotations.NullMarked;
