/** E-mail over SMTP. */
@NullMarked
package care.vestibule.messaging.email;

import org.jspecify.annotations.NullMarked;
