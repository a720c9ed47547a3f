/** Hints to open task lists that something changed; what changed they read themselves. */
@NullMarked
package care.vestibule.tasklist.live;

import org.jspecify.annotations.NullMarked;
