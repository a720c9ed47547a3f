/** Tests of the local stack's sms part. */
@NullMarked
package care.vestibule.local.sms;

import org.jspecify.annotations.NullMarked;
