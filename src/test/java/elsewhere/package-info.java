/** Rooms for tests, where the real house's component scan does not find them. */
@NullMarked
package elsewhere;

import org.jspecify.annotations.NullMarked;
