@NullMarked
package care.vestibule.audit;

import org.jspecify.annotations.NullMarked;
