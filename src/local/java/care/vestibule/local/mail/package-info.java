/** The mailbox that takes every e-mail the local stack sends, and keeps it as a file. */
@NullMarked
package care.vestibule.local.mail;

import org.jspecify.annotations.NullMarked;
