/** Custody of the professionals' private keys: keystore files that only the agent can open. */
@NullMarked
@NamedInterface("custody")
package care.vestibule.sharing.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
