/** Turns the engine's records into rows. */
@NullMarked
@NamedInterface("projection")
package care.vestibule.process.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
