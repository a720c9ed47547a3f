package care.vestibule.enrolment;

import care.vestibule.crypto.KeyClaim;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationLink;
import care.vestibule.invitation.LinkState;

/** A link whose secret was right, with its invitation; it may have died since. */
public record AuthenticLink(Invitation invitation, InvitationLink link) {

  /** Whether it opens the door as far as was known when it was read; the row decides later. */
  boolean isOpen() {
    return link.state() == LinkState.LIVE
        && invitation.isLive()
        && link.generation() == invitation.generation()
        && !link.isExpired();
  }

  /** Whether nothing is wrong with it but its age. */
  boolean isMerelyExpired() {
    return link.state() == LinkState.LIVE
        && invitation.isLive()
        && link.generation() == invitation.generation()
        && link.isExpired();
  }

  /** What a browser says of its new key when it enrols with this link. */
  KeyClaim claim(PartyPublicKey key) {
    return new KeyClaim(
        invitation.clinic().value(), invitation.id().value(), link.generation(), key);
  }
}
