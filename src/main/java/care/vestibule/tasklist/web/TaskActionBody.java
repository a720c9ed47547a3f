package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.accessrequest.hold.HoldBack;
import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.identity.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a system sends with a step; each step reads its own fields.
 *
 * @param fingerprint to approve: the digits the doctor saw, 6 groups of 5
 * @param verification to approve: whether the digits were compared
 * @param holdBack to approve: the records not to share for now
 * @param reason to decline: the coded reason
 * @param words to decline: to the patient; to comment: to the colleagues
 * @param colleague to assign: the id of the professional
 */
record TaskActionBody(
    @Nullable String fingerprint,
    @Nullable KeyVerification verification,
    @Nullable List<HoldWish> holdBack,
    @Nullable DeclineReason reason,
    @Nullable String words,
    @Nullable UUID colleague) {

  String seenFingerprint() {
    return given(fingerprint, "fingerprint");
  }

  KeyVerification sureness() {
    return verification == null ? KeyVerification.LINK_BOUND : verification;
  }

  List<HoldBack> wishes() {
    return holdBack == null ? List.of() : holdBack.stream().map(HoldWish::wish).toList();
  }

  DeclineReason coded() {
    return given(reason, "reason");
  }

  String saidWords() {
    return words == null ? "" : words;
  }

  UUID chosen() {
    return given(colleague, "colleague");
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new Problem(Problem.Kind.INVALID, name + "-missing");
    }
    return value;
  }

  /**
   * A record not to share for now.
   *
   * @param record as listed with the request
   * @param reason a name of {@link HoldBackReason}
   * @param until the last day, in Vestibule's time zone
   */
  record HoldWish(@Nullable UUID record, @Nullable String reason, @Nullable LocalDate until) {

    HoldBack wish() {
      return new HoldBack(
          given(record, "record"),
          HoldBackInput.reason(given(reason, "reason")),
          given(until, "until"));
    }
  }
}
