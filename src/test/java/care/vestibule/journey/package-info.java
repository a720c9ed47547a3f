/**
 * Journeys over HTTP on the real broker, database and mailbox, told as the people in them live
 * them.
 */
@NullMarked
package care.vestibule.journey;

import org.jspecify.annotations.NullMarked;
