/** Process variables between Java and the engine's JSON, past the allow-list in both directions. */
@NullMarked
package care.vestibule.process.variables;

import org.jspecify.annotations.NullMarked;
