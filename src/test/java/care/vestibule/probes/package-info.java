/** Classes that break Vestibule's rules, one each, to show that the rules bite. */
@NullMarked
package care.vestibule.probes;

import org.jspecify.annotations.NullMarked;
