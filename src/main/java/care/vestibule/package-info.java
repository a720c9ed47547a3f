/** Vestibule itself: what starts it and what holds for every module. */
@NullMarked
package care.vestibule;

import org.jspecify.annotations.NullMarked;
