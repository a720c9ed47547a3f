@NullMarked
package care.vestibule.process.work;

import org.jspecify.annotations.NullMarked;
