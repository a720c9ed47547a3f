@NullMarked
package care.vestibule.tenancy;

import org.jspecify.annotations.NullMarked;
