/** What tests of several modules share: a real database, waiting with a budget. */
@NullMarked
package care.vestibule.testing;

import org.jspecify.annotations.NullMarked;
