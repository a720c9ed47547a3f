@NullMarked
package care.vestibule.monitoring;

import org.jspecify.annotations.NullMarked;
