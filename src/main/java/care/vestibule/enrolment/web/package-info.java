/** Enrolment over HTTP. */
@NullMarked
package care.vestibule.enrolment.web;

import org.jspecify.annotations.NullMarked;
