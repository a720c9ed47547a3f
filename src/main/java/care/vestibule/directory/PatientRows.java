package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a patient from its row and the rows around it. */
final class PatientRows implements RowMapper<Patient> {

  private final Contacts contacts;
  private final Identifiers identifiers;

  PatientRows(Contacts contacts, Identifiers identifiers) {
    this.contacts = contacts;
    this.identifiers = identifiers;
  }

  @Override
  public Patient mapRow(ResultSet row, int number) throws SQLException {
    var id = row.getObject("patient_id", UUID.class);
    return new Patient(
        new PatientId(id),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        row.getObject("ref", UUID.class),
        row.getString("family"),
        row.getString("given"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("gender"),
        row.getString("language"),
        PatientState.valueOf(row.getString("state")),
        contacts.of(id),
        identifiers.of(id),
        address(row),
        row.getInt("version"));
  }

  private static Optional<Address> address(ResultSet row) throws SQLException {
    @Nullable String street = row.getString("street");
    return street == null
        ? Optional.empty()
        : Optional.of(
            new Address(
                street,
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("country")));
  }
}
