package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts of the current clinic; every call needs the caller's transaction. */
@Repository
public final class ClinicParts {

  private final JdbcClient jdbc;

  /** Parts in the given database. */
  public ClinicParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The part of this id. */
  public Optional<ClinicPart> find(UUID id) {
    return jdbc.sql(
            """
            select clinic_id, part_id, kind, name from clinic_part
            where clinic_id = current_clinic() and part_id = :id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new ClinicPart(
                    id,
                    new ClinicId(row.getObject("clinic_id", UUID.class)),
                    ClinicPart.Kind.valueOf(row.getString("kind")),
                    row.getString("name")))
        .optional();
  }

  /** Stores a part. */
  public void save(ClinicPart part) {
    jdbc.sql(
            """
            insert into clinic_part (clinic_id, part_id, kind, name)
            values (:clinic, :id, :kind, :name)
            on conflict (clinic_id, part_id) do update set kind = :kind, name = :name
            """)
        .param("clinic", part.clinic().value())
        .param("id", part.id())
        .param("kind", part.kind().name())
        .param("name", part.name())
        .update();
  }
}
