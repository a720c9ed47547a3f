package care.vestibule.directory;

/**
 * A business identifier, e.g. a medical record number or an NPI.
 *
 * @param system the URI of who gives the values out, empty if it is not known
 * @param value unique within the system
 */
public record Identifier(String system, String value) {

  /** Refuses an empty or overlong value. */
  public Identifier {
    Texts.requireTame("identifier system", system, 400);
    Texts.require("identifier value", value, 200);
  }
}
