package care.vestibule.messaging;

import java.util.UUID;

/** On whose behalf a message is sent: how many text messages a day one may cost is limited. */
public record MessageAccount(Kind kind, UUID id) {

  /** Of which kind an account is. */
  public enum Kind {
    /** One invitation with its reminders, links and codes. */
    INVITATION,
    /** The patient. */
    PATIENT,
    /** The doctor in whose name it is sent. */
    DOCTOR,
    /** The number it goes to, whoever has it. */
    NUMBER,
    /** The clinic. */
    CLINIC
  }
}
