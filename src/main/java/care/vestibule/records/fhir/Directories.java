package care.vestibule.records.fhir;

import care.vestibule.directory.ClinicParts;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patients;

/** The parts of the directory that an import reads and writes. */
record Directories(ClinicParts parts, HealthcareProfessionals professionals, Patients patients) {

  /**
   * Requires that the professional on whose behalf a bundle is sent is one of this clinic.
   *
   * @throws FhirRefusal if not
   */
  void require(HcpId importing) {
    if (professionals.find(importing).isEmpty()) {
      throw FhirRefusal.notFound("On-Behalf-Of names a professional who is not known here.");
    }
  }
}
