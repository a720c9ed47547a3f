/** A stand-in for Twilio's REST API, which takes text messages and keeps them as files. */
@NullMarked
package care.vestibule.local.sms;

import org.jspecify.annotations.NullMarked;
