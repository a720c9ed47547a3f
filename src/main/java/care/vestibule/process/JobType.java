package care.vestibule.process;

import java.util.Arrays;

/** The job types of the model; each is also the id of the service task it serves. */
public enum JobType {
  SEND_INVITATION("send-invitation"),
  SEND_REMINDER("send-reminder"),
  SEND_FRESH_LINK("send-fresh-link"),
  EXPIRE_INVITATION("expire-invitation"),
  NOTIFY_HCPS("notify-hcps"),
  REMIND_DOCTOR("remind-doctor"),
  ESCALATE_TO_DEPUTIES("escalate-to-deputies"),
  ESCALATE_TO_PRIVACY_OFFICER("escalate-to-privacy-officer"),
  MARK_ONGOING("mark-ongoing"),
  SHARE_DATA("share-data"),
  MARK_COMPLETED("mark-completed"),
  MARK_CANCELLED("mark-cancelled"),
  TELL_PATIENT("tell-patient"),
  WITHDRAW_ACCESS("withdraw-access");

  private final String id;

  JobType(String id) {
    this.id = id;
  }

  /** The spelling in the model. */
  public String id() {
    return id;
  }

  /**
   * The job type of that spelling.
   *
   * @throws IllegalArgumentException if the model knows no such type
   */
  public static JobType of(String id) {
    return Arrays.stream(values())
        .filter(type -> type.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown job type"));
  }
}
