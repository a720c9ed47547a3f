package care.vestibule.records;

import care.vestibule.directory.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums up what a party can read, from the clear columns alone. */
final class Holdings {

  private final JdbcClient jdbc;

  Holdings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Holding of(PatientId patient, UUID delegate) {
    var lines =
        jdbc.sql(
                """
                select e.fhir_type, count(*) as entities,
                  min(e.clinical_date) as oldest, max(e.clinical_date) as newest
                from entity e
                where e.clinic_id = current_clinic() and e.patient_id = :patient and exists (
                  select 1 from delegation d
                  where d.clinic_id = e.clinic_id and d.entity_id = e.entity_id
                    and d.delegate = :delegate and d.content_key_id = e.content_key_id)
                group by e.fhir_type
                """)
            .param("patient", patient.value())
            .param("delegate", delegate)
            .query((row, n) -> line(row))
            .list();
    return new Holding(
        lines.stream().collect(Collectors.toMap(Line::fhirType, Line::entities)),
        days(lines, Line::oldest).min(Comparator.naturalOrder()),
        days(lines, Line::newest).max(Comparator.naturalOrder()));
  }

  private static Stream<LocalDate> days(List<Line> lines, Function<Line, Optional<LocalDate>> day) {
    return lines.stream().map(day).flatMap(Optional::stream);
  }

  private static Line line(ResultSet row) throws SQLException {
    @Nullable LocalDate oldest = row.getObject("oldest", LocalDate.class);
    @Nullable LocalDate newest = row.getObject("newest", LocalDate.class);
    return new Line(
        row.getString("fhir_type"),
        row.getInt("entities"),
        Optional.ofNullable(oldest),
        Optional.ofNullable(newest));
  }

  private record Line(
      String fhirType, int entities, Optional<LocalDate> oldest, Optional<LocalDate> newest) {}
}
