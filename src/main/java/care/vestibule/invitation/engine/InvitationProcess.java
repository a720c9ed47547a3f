package care.vestibule.invitation.engine;

import care.vestibule.directory.Patient;
import care.vestibule.invitation.Invitation;

/**
 * What the process is told about an invitation, each within the transaction that made it true.
 *
 * @see InvitationProcesses#of
 */
public sealed interface InvitationProcess permits FirstInvitationProcess, KeyRenewalProcess {

  /** The clinic invited the patient. */
  void requested(Invitation invitation, Patient patient);

  /** The patient came in with the link. */
  void loggedIn(Invitation invitation);

  /**
   * Somebody with the link asked for another one.
   *
   * @param generation of the link that was made
   */
  void freshLinkWanted(Invitation invitation, int generation);

  /**
   * No message with the present link has arrived.
   *
   * @param how by which channel, or another word that tells two failures of one link apart
   */
  void messageBounced(Invitation invitation, String how);

  /**
   * The desk looked after a contact that did not work.
   *
   * @param corrected whether there is another one now
   */
  void contactFixed(Invitation invitation, boolean corrected);
}
