@NullMarked
package care.vestibule.messaging.sms;

import org.jspecify.annotations.NullMarked;
