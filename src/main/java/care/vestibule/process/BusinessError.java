package care.vestibule.process;

/** The BPMN errors of the model. */
public enum BusinessError {
  /** No channel is left on which the patient can be reached; caught at send-invitation. */
  UNDELIVERABLE,
  /** The patient's key failed verification; caught at share-data. */
  KEY_REJECTED
}
