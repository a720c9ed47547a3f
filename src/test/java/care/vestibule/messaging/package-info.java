@NullMarked
package care.vestibule.messaging;

import org.jspecify.annotations.NullMarked;
