@NullMarked
package care.vestibule.exporter;

import org.jspecify.annotations.NullMarked;
