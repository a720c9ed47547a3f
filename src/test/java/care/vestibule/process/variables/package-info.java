@NullMarked
package care.vestibule.process.variables;

import org.jspecify.annotations.NullMarked;
