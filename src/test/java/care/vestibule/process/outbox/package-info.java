@NullMarked
package care.vestibule.process.outbox;

import org.jspecify.annotations.NullMarked;
