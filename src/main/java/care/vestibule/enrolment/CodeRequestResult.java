package care.vestibule.enrolment;

import care.vestibule.invitation.InvitationId;
import care.vestibule.messaging.Channel;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;

/** What became of the wish to begin. */
public sealed interface CodeRequestResult {

  /**
   * The link is right.
   *
   * @param clinic with invitation and generation what the browser's claim on its key names
   * @param codeBy by which channel a code comes or came; empty if none is needed
   */
  record Begun(ClinicId clinic, InvitationId invitation, int generation, Optional<Channel> codeBy)
      implements CodeRequestResult {}

  /** The link is right, and the patient's birth date is missing or wrong; nothing was sent. */
  record BirthDateNeeded() implements CodeRequestResult {}

  /** No door here, and never why. */
  record Refused() implements CodeRequestResult {}
}
