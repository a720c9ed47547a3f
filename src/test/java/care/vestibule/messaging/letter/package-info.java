@NullMarked
package care.vestibule.messaging.letter;

import org.jspecify.annotations.NullMarked;
