/** HTTP in and HTML out. */
@NullMarked
package care.vestibule.desk.web;

import org.jspecify.annotations.NullMarked;
