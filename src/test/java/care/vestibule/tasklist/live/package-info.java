@NullMarked
package care.vestibule.tasklist.live;

import org.jspecify.annotations.NullMarked;
