package care.vestibule.identity;

import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;

/** One row of the staff accounts; a doctor's names the doctor. */
record StaffAccount(
    UUID id, ClinicId clinic, StaffRole role, Optional<HcpId> hcp, String passwordHash) {

  Actor actor() {
    return switch (role) {
      case DOCTOR -> new Actor.Doctor(clinic, hcp.orElseThrow());
      case DESK -> new Actor.Desk(clinic, id);
      case OPERATIONS -> new Actor.Operations(clinic, id);
    };
  }

  @Override
  public String toString() {
    return "StaffAccount[" + id + "]";
  }
}
