/** What is due when, by the clinic's expectations and by law. */
@NullMarked
package care.vestibule.monitoring.deadlines;

import org.jspecify.annotations.NullMarked;
