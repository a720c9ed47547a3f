package care.vestibule.invitation.web;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.invitation.InvitationRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic's system sends to invite a patient.
 *
 * @param channel {@code email}, {@code sms}, {@code letter} or {@code auto}, which is the default
 * @param tokenValidity an ISO 8601 duration, one hour by default
 * @param purpose {@code new-user}, which is the default, or {@code new-key} for a user whose device
 *     is lost
 */
record NewInvitationBody(
    UUID patientId,
    UUID invitedBy,
    @Nullable String channel,
    @Nullable Duration tokenValidity,
    @Nullable String purpose) {

  InvitationRequest request() {
    return new InvitationRequest(
        new PatientId(RequestValues.required(patientId)),
        new HcpId(RequestValues.required(invitedBy)),
        RequestValues.wish(channel == null ? "auto" : channel),
        RequestValues.positive(tokenValidity == null ? Duration.ofHours(1) : tokenValidity),
        RequestValues.purpose(purpose == null ? "new-user" : purpose));
  }
}
