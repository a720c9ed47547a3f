/** What operators do: retry incidents, cancel, extend, complete, rebuild the read model. */
@NullMarked
package care.vestibule.monitoring.operations;

import org.jspecify.annotations.NullMarked;
