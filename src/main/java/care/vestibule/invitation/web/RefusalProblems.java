package care.vestibule.invitation.web;

import care.vestibule.identity.Problem;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.RefusalReason;
import java.util.function.Supplier;

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
      case UNKNOWN_SENDER -> unprocessable("unknown-sender");
      case DECEASED -> unprocessable("patient-deceased");
      case INACTIVE -> unprocessable("patient-inactive");
      case MERGED -> unprocessable("patient-merged");
      case MINOR -> unprocessable("patient-minor");
      case UNREACHABLE -> unprocessable("patient-unreachable");
      case CHANNEL_MISSING -> unprocessable("channel-missing");
      case LINK_LIFE -> unprocessable("token-validity");
      case KEY_REUSED -> unprocessable("idempotency-key-reused");
      case ALREADY_USER -> conflict("already-user");
      case NO_USER_YET -> conflict("no-user-yet");
      case NOT_LIVE -> conflict("invitation-state");
      case NO_CODE_NEEDED -> conflict("no-code-needed");
      case LOCKED -> conflict("invitation-locked");
      case AT_THE_DESK -> conflict("contact-needs-correction");
    };
  }

  private static Problem unprocessable(String slug) {
    return new Problem(Problem.Kind.UNPROCESSABLE, slug);
  }

  private static Problem conflict(String slug) {
    return new Problem(Problem.Kind.CONFLICT, slug);
  }
}
