package care.vestibule.accessrequest.hold;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a single record is not shared for now; there is no other reason, and no free text. */
public enum HoldBackReason {
  /** Reading it could endanger the patient or somebody else (45 CFR 171.201). */
  PREVENT_HARM,
  /** It tells about another person, who has rights too (GDPR article 15(4), 45 CFR 171.202). */
  RIGHTS_OF_OTHERS,
  /** The doctor tells the patient first, in person (EHDS regulation 2025/327, article 3). */
  TELL_IN_PERSON,
  /** It is wrong, or in doubt, and is being put right. */
  BEING_CORRECTED;

  /** The reason of that name. */
  public static Optional<HoldBackReason> named(String name) {
    return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
