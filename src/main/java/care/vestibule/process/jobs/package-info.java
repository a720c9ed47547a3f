/**
 * The workers: opened, fed with their variables, guarded against second deliveries, answered for.
 */
@NullMarked
package care.vestibule.process.jobs;

import org.jspecify.annotations.NullMarked;
