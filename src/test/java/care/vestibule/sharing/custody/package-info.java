/** Keystore files that are written, lost and opened again. */
@NullMarked
package care.vestibule.sharing.custody;

import org.jspecify.annotations.NullMarked;
