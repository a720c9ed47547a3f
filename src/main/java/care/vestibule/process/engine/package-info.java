/** The connection to the engine, and the model it is given. */
@NullMarked
package care.vestibule.process.engine;

import org.jspecify.annotations.NullMarked;
