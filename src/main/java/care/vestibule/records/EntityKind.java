package care.vestibule.records;

/** The three kinds of things a patient's record is made of, as the sharing report counts them. */
public enum EntityKind {
  /** The patient resource itself, with everything about the person that is not clear data. */
  PATIENT,
  /** A problem or diagnosis: FHIR Condition. */
  HEALTHCARE_ELEMENT,
  /** Any other clinical resource. */
  DATA_SAMPLE;

  /** The kind of a FHIR R4 resource type. */
  public static EntityKind of(String fhirType) {
    return switch (fhirType) {
      case "Patient" -> PATIENT;
      case "Condition" -> HEALTHCARE_ELEMENT;
      default -> DATA_SAMPLE;
    };
  }
}
