package care.vestibule.identity.web;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.identity.Actor;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The doctors a clinic's system may act for: those of that clinic. */
@Component
class ClinicDoctors {

  private final HealthcareProfessionals professionals;

  ClinicDoctors(HealthcareProfessionals professionals) {
    this.professionals = professionals;
  }

  @Transactional(readOnly = true)
  Optional<Actor.Doctor> of(ClinicId clinic, HcpId hcp) {
    return professionals
        .find(hcp)
        .filter(found -> found.clinic().equals(clinic))
        .map(found -> new Actor.Doctor(clinic, found.id()));
  }
}
