package care.vestibule.identity;

import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;

/** A patient's user account, which exists from the invitation on. */
public record User(UserId id, ClinicId clinic, PatientId patient, UserState state) {

  /** The actor this user is once signed in. */
  public Actor.PatientUser actor() {
    return new Actor.PatientUser(clinic, patient, id.value());
  }
}
