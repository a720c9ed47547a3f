package care.vestibule.accessrequest.decision;

/** How sure a doctor was, when approving, that the key is the patient's. */
public enum KeyVerification {
  /** By the link alone: the agent checks the proof that was made with it. */
  LINK_BOUND,
  /** The doctor compared the fingerprint with the patient, face to face or by telephone. */
  VERIFIED_IN_PERSON
}
