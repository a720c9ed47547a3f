package care.vestibule.invitation;

import java.util.List;

/** Where each doctor's part of an invitation stands; told by the module that asks the doctors. */
public interface ApprovalsOfInvitation {

  /** One entry per doctor asked, none before the patient enrolled. */
  List<Approval> of(InvitationId invitation);
}
