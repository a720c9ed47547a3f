package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;

/**
 * A clinic, which is a tenant, and its policies.
 *
 * @param id the tenant
 * @param name what patients call it
 * @param solutionName what the patients' site is called in messages
 * @param region ISO 3166-1 alpha-2 country, by which national phone numbers are read
 * @param minimumAge the age in years from which a patient is invited without a proxy
 * @param secondFactor whether enrolment asks for a code sent to a second contact, if there is one
 * @param verifiedKeys whether a doctor approves only after comparing the digits of a patient's key
 */
public record Clinic(
    ClinicId id,
    String name,
    String solutionName,
    String region,
    int minimumAge,
    boolean secondFactor,
    boolean verifiedKeys) {

  /** Refuses empty names, unknown forms of region and impossible ages. */
  public Clinic {
    Texts.require("clinic name", name, 200);
    Texts.require("solution name", solutionName, 200);
    if (!region.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("A region is an ISO 3166-1 alpha-2 code");
    }
    if (minimumAge < 0 || minimumAge > 150) {
      throw new IllegalArgumentException("A minimum age is between 0 and 150 years");
    }
  }
}
