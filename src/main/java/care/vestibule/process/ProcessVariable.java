package care.vestibule.process;

import java.util.Arrays;
import java.util.Optional;

/**
 * The allow-list: the only variables a process may carry. References, enums, counters, times and
 * durations; never a name, an address, a token, a key, free text or anything medical.
 */
public enum ProcessVariable {
  /** The clinic; UUID. */
  CLINIC_REF("clinicRef", Kind.REFERENCE),
  /** The invitation; UUID. */
  INVITATION_ID("invitationId", Kind.REFERENCE),
  /** The patient, by a reference used in the engine only; UUID. */
  PATIENT_REF("patientRef", Kind.REFERENCE),
  /** The message or request that caused this step, such as a fresh link's; UUID. */
  REQUEST_ID("requestId", Kind.REFERENCE),
  /** The link's generation; counter from 1. */
  GENERATION("generation", Kind.COUNTER),
  /** When the invitation as a whole ends; instant. */
  INVITATION_EXPIRES_AT("invitationExpiresAt", Kind.INSTANT),
  /** Reminders before login, such as {@code R3/PT24H}. */
  PATIENT_REMINDER_CYCLE("patientReminderCycle", Kind.CYCLE),
  /** Reminders of an open approval, such as {@code R/PT24H}. */
  DOCTOR_REMINDER_CYCLE("doctorReminderCycle", Kind.CYCLE),
  /** When an open approval is due; duration. */
  APPROVAL_DUE_IN("approvalDueIn", Kind.DURATION),
  /** When an open approval goes to the deputies; duration. */
  DEPUTIES_AFTER("deputiesAfter", Kind.DURATION),
  /**
   * When an open approval goes to the privacy officer, before GDPR article 12(3)'s month; duration.
   */
  PRIVACY_OFFICER_AFTER("privacyOfficerAfter", Kind.DURATION),
  /** Whether expiry lost the race against login; boolean. */
  ALREADY_ACCEPTED("alreadyAccepted", Kind.FLAG),
  /** Whether the desk corrected the contact; boolean. */
  CONTACT_CORRECTED("contactCorrected", Kind.FLAG),
  /** Those to ask; list of {hcpRef, deputyGroup, notificationId}. */
  HCPS("hcps", Kind.ASKED),
  /** The one being asked; {hcpRef, deputyGroup, notificationId}. */
  HCP("hcp", Kind.ASKED_ONE),
  /** The notification; UUID. */
  NOTIFICATION_ID("notificationId", Kind.REFERENCE),
  /** The doctor's answer; boolean. */
  APPROVED("approved", Kind.FLAG),
  /** Why an approval ended without a share; enum constant. */
  CANCEL_REASON("cancelReason", Kind.CODE),
  /** What became of one doctor's part; enum constant. */
  SHARE_OUTCOME("shareOutcome", Kind.CODE),
  /** What became of every doctor's part; list of enum constants. */
  SHARE_OUTCOMES("shareOutcomes", Kind.CODES),
  /** What the patient is told; enum constant. */
  OUTCOME("outcome", Kind.CODE),
  /** Whether withdrawing also revokes what was shared; boolean. */
  REVOKE_SHARES("revokeShares", Kind.FLAG),

  /**
   * Where the trace of what moved the process last had come to; W3C traceparent. For Vestibule's
   * own workers: the model does not read it.
   */
  TRACEPARENT("traceparent", Kind.TRACE);

  private final String id;
  private final Kind kind;

  ProcessVariable(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** The spelling in the model. */
  public String id() {
    return id;
  }

  /** What values it may have. */
  public Kind kind() {
    return kind;
  }

  /** The variable of that spelling, if it is on the list. */
  public static Optional<ProcessVariable> of(String id) {
    return Arrays.stream(values()).filter(variable -> variable.id.equals(id)).findFirst();
  }

  /** The shape of a variable's values. */
  public enum Kind {
    REFERENCE,
    COUNTER,
    INSTANT,
    DURATION,
    CYCLE,
    FLAG,
    CODE,
    CODES,
    ASKED,
    ASKED_ONE,
    TRACE
  }
}
