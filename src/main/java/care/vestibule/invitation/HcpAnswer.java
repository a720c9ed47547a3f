package care.vestibule.invitation;

import care.vestibule.directory.HcpId;
import java.util.Optional;

/**
 * Where one doctor's part of an invitation stands.
 *
 * @param name the doctor's name as shown to people
 * @param status {@code pending}, {@code ongoing}, {@code completed} or {@code cancelled}
 * @param reason a code for why it ended without a share, or why nobody waits for it
 */
public record HcpAnswer(HcpId hcp, String name, String status, Optional<String> reason) {}
