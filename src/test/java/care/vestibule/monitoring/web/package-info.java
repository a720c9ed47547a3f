@NullMarked
package care.vestibule.monitoring.web;

import org.jspecify.annotations.NullMarked;
