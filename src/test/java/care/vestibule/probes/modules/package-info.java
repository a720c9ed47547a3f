@NullMarked
package care.vestibule.probes.modules;

import org.jspecify.annotations.NullMarked;
