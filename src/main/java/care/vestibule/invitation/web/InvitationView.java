package care.vestibule.invitation.web;

import care.vestibule.invitation.HcpAnswers.HcpAnswer;
import care.vestibule.invitation.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation as a clinic's system sees it: no link, no address, no name but the doctors'. */
record InvitationView(
    UUID id,
    UUID patientId,
    UUID invitedBy,
    String channel,
    String purpose,
    String state,
    int generation,
    Duration tokenValidity,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable Instant linkExpiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant closedAt,
    @Nullable String outcome,
    List<ApprovalView> approvals) {

  static InvitationView of(Invitation invitation, List<HcpAnswer> approvals) {
    return new InvitationView(
        invitation.id().value(),
        invitation.patient().value(),
        invitation.invitedBy().value(),
        spelt(invitation.wish()),
        spelt(invitation.purpose()),
        spelt(invitation.state()),
        invitation.generation(),
        invitation.linkLife(),
        invitation.requestedAt(),
        invitation.expiresAt(),
        invitation.linkExpiresAt().orElse(null),
        invitation.acceptedAt().orElse(null),
        invitation.closedAt().orElse(null),
        invitation.outcome().map(InvitationView::spelt).orElse(null),
        approvals.stream().map(ApprovalView::of).toList());
  }

  private static String spelt(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One doctor's part. */
  record ApprovalView(UUID hcpId, String name, String status, @Nullable String reason) {

    static ApprovalView of(HcpAnswer approval) {
      return new ApprovalView(
          approval.hcp().value(),
          approval.name(),
          approval.status(),
          approval.reason().orElse(null));
    }
  }
}
