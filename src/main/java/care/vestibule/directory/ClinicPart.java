package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.util.UUID;

/**
 * An organization or a place that a clinic consists of.
 *
 * @param id the part
 * @param clinic the tenant
 * @param kind what it is
 * @param name what people call it
 */
public record ClinicPart(UUID id, ClinicId clinic, Kind kind, String name) {

  /** Refuses a part without a name. */
  public ClinicPart {
    Texts.require("name", name, 300);
  }

  /** What a part is. */
  public enum Kind {
    /** A legal or organizational unit. */
    ORGANIZATION,
    /** A place. */
    LOCATION
  }
}
