@NullMarked
package care.vestibule.messaging.text;

import org.jspecify.annotations.NullMarked;
