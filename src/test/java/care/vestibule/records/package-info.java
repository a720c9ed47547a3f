@NullMarked
package care.vestibule.records;

import org.jspecify.annotations.NullMarked;
