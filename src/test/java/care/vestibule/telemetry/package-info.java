@NullMarked
package care.vestibule.telemetry;

import org.jspecify.annotations.NullMarked;
