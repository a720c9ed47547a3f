/** How requests prove who asks, and how refusals are answered. */
@NullMarked
package care.vestibule.identity.web;

import org.jspecify.annotations.NullMarked;
