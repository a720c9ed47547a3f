package care.vestibule.invitation.web;

import org.jspecify.annotations.Nullable;

/**
 * What the desk found out about a contact that did not work.
 *
 * @param contactCorrected whether there is a better one; if not, the invitation ends
 * @param channel {@code email} or {@code sms}
 * @param value the address or the mobile number
 */
record FixContactBody(boolean contactCorrected, @Nullable String channel, @Nullable String value) {}
