/** Sharing on a real database with real cryptography. */
@NullMarked
package care.vestibule.sharing;

import org.jspecify.annotations.NullMarked;
