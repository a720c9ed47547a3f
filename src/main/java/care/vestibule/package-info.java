/** The house itself: what starts it and what holds for every room. */
@NullMarked
package care.vestibule;

import org.jspecify.annotations.NullMarked;
