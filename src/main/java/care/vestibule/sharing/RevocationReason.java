package care.vestibule.sharing;

/** Why a share was taken back. */
public enum RevocationReason {
  /** The patient asked for it. */
  PATIENT_ASKED,
  /** It went to somebody it was not meant for. */
  WRONG_PERSON,
  /** It was shared by mistake. */
  MISTAKE,
  /** The patient's device or key is in the wrong hands. */
  KEY_IN_WRONG_HANDS,
  /** Reading it could harm the patient or somebody else (GDPR article 15(4)). */
  HARM,
  /** None of the others. */
  OTHER
}
