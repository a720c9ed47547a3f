package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A doctor, nurse or other professional who treats patients of a clinic.
 *
 * @param id the professional
 * @param clinic the tenant
 * @param ref the random reference by which the engine knows this professional, and nobody else
 * @param title what goes before the name, e.g. {@code Dr.}; may be empty
 * @param family the family name
 * @param given the given names, may be empty
 * @param email where the clinic writes to, if known
 * @param identifiers what other systems call the professional, e.g. an NPI; in order
 * @param deputyGroup the group whose members may stand in
 */
public record HealthcareProfessional(
    HcpId id,
    ClinicId clinic,
    UUID ref,
    String title,
    String family,
    String given,
    Optional<String> email,
    List<Identifier> identifiers,
    UUID deputyGroup) {

  /** Refuses names nobody can be called by. */
  public HealthcareProfessional {
    Texts.requireTame("title", title, 50);
    Texts.require("family name", family, 200);
    Texts.requireTame("given name", given, 200);
    identifiers = identifiers.stream().distinct().sorted().toList();
  }

  /** Title, given names and family name, e.g. {@code Dr. Julio Casares}. */
  public String displayName() {
    return (title + " " + (given + " " + family).strip()).strip();
  }
}
