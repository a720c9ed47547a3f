package care.vestibule.invitation.web;

import care.vestibule.identity.Problem;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.RefusalReason;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Says over HTTP why a wish about an invitation is not granted. */
final class RefusalProblems {

  private RefusalProblems() {}

  /** Does the work and turns a refusal into its problem. */
  static <T> T orProblem(Supplier<T> work) {
    try {
      return work.get();
    } catch (InvitationRefused refused) {
      throw problem(refused.reason());
    }
  }

  private static Problem problem(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_PATIENT, UNKNOWN_INVITATION -> Problem.notFound();
      case UNKNOWN_SENDER ->
          unprocessable("unknown-sender", "The clinic has no such professional.");
      case DECEASED -> unprocessable("patient-deceased", "The patient has died.");
      case INACTIVE -> unprocessable("patient-inactive", "The patient's record is not in use.");
      case MERGED ->
          unprocessable("patient-merged", "Another record replaces this patient's; invite that.");
      case MINOR ->
          unprocessable(
              "patient-minor",
              "The patient is younger than the clinic's age for invitations, and the record names "
                  + "no parent or guardian with an e-mail address or a mobile number.");
      case UNREACHABLE ->
          unprocessable(
              "patient-unreachable",
              "The patient has neither an e-mail address nor a mobile number; add one first.");
      case CHANNEL_MISSING ->
          unprocessable("channel-missing", "The patient has no contact for this channel.");
      case LINK_LIFE ->
          unprocessable("token-validity", "The link's validity is outside of the allowed range.");
      case KEY_REUSED ->
          unprocessable(
              "idempotency-key-reused", "The idempotency key came with another body before.");
      case ALREADY_USER -> conflict("already-user", "The patient is a user already.");
      case NO_USER_YET ->
          conflict("no-user-yet", "The patient is no user yet; invite them as a new one.");
      case NOT_LIVE ->
          conflict("invitation-state", "The invitation is not in a state that allows this.");
      case NO_CODE_NEEDED -> conflict("no-code-needed", "The link opens without a code.");
      case LOCKED -> conflict("invitation-locked", "Too many wrong codes; send a new link.");
      case AT_THE_DESK ->
          conflict("contact-needs-correction", "The contact has to be corrected first.");
    };
  }

  private static Problem unprocessable(String slug, String title) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, slug, title);
  }

  private static Problem conflict(String slug, String title) {
    return new Problem(HttpStatus.CONFLICT, slug, title);
  }
}
