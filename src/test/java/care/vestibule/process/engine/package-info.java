@NullMarked
package care.vestibule.process.engine;

import org.jspecify.annotations.NullMarked;
