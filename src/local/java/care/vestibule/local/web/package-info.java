/** The page that shows what patients and staff would have received. */
@NullMarked
package care.vestibule.local.web;

import org.jspecify.annotations.NullMarked;
