/** Tests of the local stack's mail part. */
@NullMarked
package care.vestibule.local.mail;

import org.jspecify.annotations.NullMarked;
