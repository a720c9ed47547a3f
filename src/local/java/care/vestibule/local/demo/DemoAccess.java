package care.vestibule.local.demo;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How to get into the demo clinic.
 *
 * @param clinic the tenant
 * @param apiKey the key of the clinic's system
 * @param patient somebody to invite, with an e-mail address and a mobile phone
 * @param doctor a professional who treats that patient
 */
public record DemoAccess(ClinicId clinic, String apiKey, PatientId patient, HcpId doctor) {

  /** The clinic of every demo. */
  public static final ClinicId CLINIC = ClinicId.parse("6a3f7a52-1d0e-4c41-9d6b-2f6c1f0a9e11");

  /** The password of every demo account. */
  public static final String PASSWORD = "vestibule-demo";

  /** The user name of the demo clinic's desk. */
  public static final String DESK = "desk";

  /** The user name of the demo clinic's operations. */
  public static final String OPERATIONS = "operations";

  /** The user name of a doctor of the demo clinic, such as {@code isabel.zavala}. */
  public static String usernameOf(HealthcareProfessional doctor) {
    var name = doctor.given() + "." + doctor.family();
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z.]", "");
  }

  DemoAccess withKey(String key) {
    return new DemoAccess(clinic, key, patient, doctor);
  }

  /** Leaves out the key. */
  @Override
  public String toString() {
    return "DemoAccess[" + clinic + "]";
  }
}
