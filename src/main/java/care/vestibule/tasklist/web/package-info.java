/** HTTP in and HTML out. */
@NullMarked
package care.vestibule.tasklist.web;

import org.jspecify.annotations.NullMarked;
