package care.vestibule.invitation;

import care.vestibule.directory.PatientId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of the current clinic. */
@Component
@Transactional
public class Invitations {

  private final StoredInvitations stored;

  Invitations(StoredInvitations stored) {
    this.stored = stored;
  }

  /** The invitation, if the current clinic has it. */
  @Transactional(readOnly = true)
  public Optional<Invitation> find(InvitationId id) {
    return stored.find(id);
  }

  /** The patient's newest invitation, live or ended. */
  @Transactional(readOnly = true)
  public Optional<Invitation> latestOf(PatientId patient) {
    return stored.latestOf(patient);
  }
}
