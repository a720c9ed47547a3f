/** The dashboard over HTTP, and the door for the broker's exporter. */
@NullMarked
package care.vestibule.monitoring.web;

import org.jspecify.annotations.NullMarked;
