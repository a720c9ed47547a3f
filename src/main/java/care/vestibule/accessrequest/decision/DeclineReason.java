package care.vestibule.accessrequest.decision;

import care.vestibule.accessrequest.CancelReason;

/** Why a doctor says no; the coded part of a refusal (GDPR article 12(4) asks for the reasons). */
public enum DeclineReason {
  /** The doctor does not treat this person. */
  NOT_MY_PATIENT,
  /** The doctor doubts that the request comes from the patient. */
  IDENTITY_IN_DOUBT,
  /** The key's fingerprint on the patient's screen is another one. */
  FINGERPRINT_DIFFERS,
  /** The doctor wants to talk to the patient first. */
  TALK_FIRST,
  /** Reading it could harm the patient or somebody else (GDPR article 15(4)). */
  HARM,
  /** None of the others. */
  OTHER;

  /** The same reason as a notification carries it. */
  public CancelReason asCancelReason() {
    return CancelReason.valueOf(name());
  }
}
