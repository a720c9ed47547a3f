/** Text messages over Twilio; no other package knows its SDK. */
@NullMarked
package care.vestibule.messaging.sms;

import org.jspecify.annotations.NullMarked;
