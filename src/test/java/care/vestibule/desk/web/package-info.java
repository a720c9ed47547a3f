/** Tests of the desk's pages over HTTP. */
@NullMarked
package care.vestibule.desk.web;

import org.jspecify.annotations.NullMarked;
