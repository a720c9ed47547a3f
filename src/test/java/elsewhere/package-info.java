/** SampleEndpoints for tests, where the real vestibule's component scan does not find them. */
@NullMarked
package elsewhere;

import org.jspecify.annotations.NullMarked;
