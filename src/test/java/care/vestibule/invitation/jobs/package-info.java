/** The steps of the process, tested. */
@NullMarked
package care.vestibule.invitation.jobs;

import org.jspecify.annotations.NullMarked;
