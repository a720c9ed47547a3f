/** Invitations over HTTP, tested. */
@NullMarked
package care.vestibule.invitation.web;

import org.jspecify.annotations.NullMarked;
