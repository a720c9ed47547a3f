/** How requests prove who asks, and how refusals are answered. */
@NullMarked
@NamedInterface("web")
package care.vestibule.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
