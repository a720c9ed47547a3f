package care.vestibule.accessrequest.decision;

import care.vestibule.identity.Problem;

/** A doctor's words to a patient, without what could disturb the page they are shown on. */
final class CommentText {

  private static final int MOST = 500;

  private CommentText() {}

  static String tamed(String words) {
    // Control and direction-override characters have no honest use in a few sentences.
    var tamed = words.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "").strip();
    if (tamed.length() > MOST) {
      throw new Problem(Problem.Kind.INVALID, "message-too-long");
    }
    return tamed;
  }
}
