/** Benchmarks: run by the profile {@code bench}, compiled only there. */
@NullMarked
package care.vestibule.bench;

import org.jspecify.annotations.NullMarked;
