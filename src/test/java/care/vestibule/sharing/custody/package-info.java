/** Keystore files that are written, lost and opened again. */
// A class of this name is loaded from here first, and says what the other says.
@NullMarked
@NamedInterface("custody")
package care.vestibule.sharing.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
