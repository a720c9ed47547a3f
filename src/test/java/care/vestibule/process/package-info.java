@NullMarked
package care.vestibule.process;

import org.jspecify.annotations.NullMarked;
