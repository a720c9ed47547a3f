/** Reports over real HTTP. */
@NullMarked
package care.vestibule.sharing.web;

import org.jspecify.annotations.NullMarked;
