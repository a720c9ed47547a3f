/** HTTP in and HTML out. */
@NullMarked
package care.vestibule.myrecord.web;

import org.jspecify.annotations.NullMarked;
