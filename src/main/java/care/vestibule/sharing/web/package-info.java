/** Sharing reports over HTTP. */
@NullMarked
package care.vestibule.sharing.web;

import org.jspecify.annotations.NullMarked;
