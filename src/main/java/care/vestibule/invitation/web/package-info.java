/** Invitations over HTTP: the clinic's interface and the patient's door. */
@NullMarked
package care.vestibule.invitation.web;

import org.jspecify.annotations.NullMarked;
