/** The steps of the process that belong to an invitation, one class for each job type. */
@NullMarked
package care.vestibule.invitation.jobs;

import org.jspecify.annotations.NullMarked;
