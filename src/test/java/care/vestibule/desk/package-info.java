/** Tests of the desk's page. */
@NullMarked
package care.vestibule.desk;

import org.jspecify.annotations.NullMarked;
