package care.vestibule.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The patients of the current clinic; every call needs the caller's transaction. */
@Repository
public final class Patients {

  private static final String SELECT =
      """
      select clinic_id, patient_id, ref, family, given, birth_date, gender, language, state,
        street, postal_code, city, country, version
      from patient where clinic_id = current_clinic()
      """;

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final Identifiers identifiers;
  private final PatientRows rows;

  /** Patients in the given database. */
  public Patients(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.contacts = new Contacts(jdbc);
    this.identifiers = new Identifiers(jdbc, OwnerKind.PATIENT);
    this.rows = new PatientRows(contacts, identifiers);
  }

  /** The patient of this id. */
  public Optional<Patient> find(PatientId id) {
    return jdbc.sql(SELECT + "and patient_id = :id").param("id", id.value()).query(rows).optional();
  }

  /** The patient whom the engine knows by this reference. */
  public Optional<Patient> findByRef(UUID ref) {
    return jdbc.sql(SELECT + "and ref = :ref").param("ref", ref).query(rows).optional();
  }

  /** The patient of this business identifier. */
  public Optional<Patient> findByIdentifier(Identifier identifier) {
    return identifiers.ownerOf(identifier).flatMap(owner -> find(new PatientId(owner)));
  }

  /**
   * Patients whose family name, or any given name, begins with each word of the text, or who have
   * it as an identifier; a word may also be the birth date, such as {@code 1977-09-16}.
   */
  public List<Patient> search(String text, int limit) {
    var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", 8);
    return jdbc.sql(
            SELECT
                + """
                and ((select bool_and(birth_date::text = word
                        or lower(' ' || given || ' ' || family) like '% ' || word || '%')
                      from unnest(:words::text[]) word)
                  or patient_id in (select owner_id from identifier
                    where clinic_id = current_clinic() and owner_kind = 'PATIENT' and value = :text))
                order by family, given, patient_id limit :limit
                """)
        .param("words", escaped(words))
        .param("text", text.strip())
        .param("limit", limit)
        .query(rows)
        .list();
  }

  /**
   * Stores a new patient, or what the clinic's system says of a known one.
   *
   * <p>Of a known one whose contacts, language or address were changed here, those stay. The
   * version goes up by one; the version of the argument is not looked at.
   */
  public void save(Patient patient) {
    boolean changedHere = new PatientUpsert(jdbc).write(patient);
    if (!changedHere) {
      contacts.replace(patient.id().value(), patient.contacts());
    }
    identifiers.replace(patient.id().value(), patient.identifiers());
  }

  /**
   * Changes what a patient or the desk may change.
   *
   * @return the patient after the change
   * @throws VersionConflict if the patient is not at the expected version, or not of this clinic
   */
  public Patient changeAdministrative(
      PatientId id, int expectedVersion, AdministrativeChange change) {
    var address = change.address();
    int changed =
        jdbc.sql(
                """
                update patient set language = :language, street = :street, postal_code = :postal,
                  city = :city, country = :country, changed_here = true, version = version + 1
                where clinic_id = current_clinic() and patient_id = :id and version = :version
                """)
            .param("language", change.language())
            .param("street", address.map(Address::street).orElse(null))
            .param("postal", address.map(Address::postalCode).orElse(null))
            .param("city", address.map(Address::city).orElse(null))
            .param("country", address.map(Address::country).orElse(null))
            .param("id", id.value())
            .param("version", expectedVersion)
            .update();
    if (changed == 0) {
      throw new VersionConflict();
    }
    contacts.replace(id.value(), change.contacts());
    return find(id).orElseThrow();
  }

  // The wildcards of LIKE are ordinary characters of a name here.
  private static String[] escaped(String[] words) {
    return Arrays.stream(words)
        .map(word -> word.replaceAll("([%_\\\\])", "\\\\$1"))
        .toArray(String[]::new);
  }
}
