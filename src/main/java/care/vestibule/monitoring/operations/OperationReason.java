package care.vestibule.monitoring.operations;

/** Why operations decided so, for the audit log; the words beside it stay in the clinic. */
public enum OperationReason {
  /** The patient asked for it. */
  PATIENT_ASKED,
  /** The doctor is away or does not answer. */
  DOCTOR_AWAY,
  /** It cannot go on by itself. */
  STUCK,
  /** It should not have been begun. */
  MISTAKE,
  /** The clinic decided so. */
  CLINIC_DECIDED
}
