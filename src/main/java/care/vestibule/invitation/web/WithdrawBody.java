package care.vestibule.invitation.web;

import org.jspecify.annotations.Nullable;

/**
 * How to withdraw.
 *
 * @param revokeShares whether what was shared is to be revoked too; not, if absent
 */
record WithdrawBody(@Nullable Boolean revokeShares) {}
