/** A clinic to try everything with: its people, their logins and their made-up patients. */
@NullMarked
package care.vestibule.local.demo;

import org.jspecify.annotations.NullMarked;
