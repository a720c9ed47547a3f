package care.vestibule.records;

import care.vestibule.tenancy.ClinicId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The party that seals what a clinic imports; it gives rights and never has any. */
public final class IntakeParty {

  private IntakeParty() {}

  /** The party id of a clinic's intake: a name-based UUID (RFC 9562, version 3). */
  public static UUID of(ClinicId clinic) {
    return UUID.nameUUIDFromBytes(("vestibule/intake/" + clinic).getBytes(StandardCharsets.UTF_8));
  }
}
