@NullMarked
package care.vestibule.probes.house;

import org.jspecify.annotations.NullMarked;
