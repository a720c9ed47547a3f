/** The process's step that shares. */
@NullMarked
package care.vestibule.sharing.jobs;

import org.jspecify.annotations.NullMarked;
