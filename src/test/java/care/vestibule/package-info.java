@NullMarked
package care.vestibule;

import org.jspecify.annotations.NullMarked;
