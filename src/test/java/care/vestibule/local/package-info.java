/** Tests of the local stack, and what runs the whole application on it. */
@NullMarked
package care.vestibule.local;

import org.jspecify.annotations.NullMarked;
