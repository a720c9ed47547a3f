/** The life of an invitation, tested. */
@NullMarked
package care.vestibule.invitation;

import org.jspecify.annotations.NullMarked;
