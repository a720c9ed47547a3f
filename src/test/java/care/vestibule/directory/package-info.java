@NullMarked
package care.vestibule.directory;

import org.jspecify.annotations.NullMarked;
