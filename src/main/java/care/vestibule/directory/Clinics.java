package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The clinics of this installation; readable without a clinic, because it is what a login looks up.
 */
@Repository
public final class Clinics {

  private static final String COLUMNS =
      "clinic_id, name, solution_name, region, minimum_age, second_factor, verified_keys";

  private final JdbcClient jdbc;

  /** Clinics in the given database. */
  public Clinics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The clinic of this id. */
  public Optional<Clinic> find(ClinicId id) {
    return jdbc.sql("select " + COLUMNS + " from clinic where clinic_id = :id")
        .param("id", id.value())
        .query((row, n) -> clinic(row))
        .optional();
  }

  /** Every clinic, by id. */
  public List<Clinic> all() {
    return jdbc.sql("select " + COLUMNS + " from clinic order by clinic_id")
        .query((row, n) -> clinic(row))
        .list();
  }

  /** Stores a new clinic or the new policies of a known one. */
  public void save(Clinic clinic) {
    jdbc.sql(
            """
            insert into clinic (clinic_id, name, solution_name, region, minimum_age, second_factor,
              verified_keys)
            values (:id, :name, :solution, :region, :age, :second, :verified)
            on conflict (clinic_id) do update set name = :name, solution_name = :solution,
              region = :region, minimum_age = :age, second_factor = :second,
              verified_keys = :verified
            """)
        .param("id", clinic.id().value())
        .param("name", clinic.name())
        .param("solution", clinic.solutionName())
        .param("region", clinic.region())
        .param("age", clinic.minimumAge())
        .param("second", clinic.secondFactor())
        .param("verified", clinic.verifiedKeys())
        .update();
  }

  private static Clinic clinic(ResultSet row) throws SQLException {
    return new Clinic(
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        row.getString("name"),
        row.getString("solution_name"),
        row.getString("region"),
        row.getInt("minimum_age"),
        row.getBoolean("second_factor"),
        row.getBoolean("verified_keys"));
  }
}
