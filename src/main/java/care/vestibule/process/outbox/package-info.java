/**
 * What Vestibule tells the engine: written with the change it reports, carried out after the
 * commit.
 */
@NullMarked
package care.vestibule.process.outbox;

import org.jspecify.annotations.NullMarked;
