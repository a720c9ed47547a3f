@NullMarked
package care.vestibule.identity.web;

import org.jspecify.annotations.NullMarked;
