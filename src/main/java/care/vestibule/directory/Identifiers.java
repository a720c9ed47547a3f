package care.vestibule.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code identifier}. */
final class Identifiers {

  private final JdbcClient jdbc;
  private final OwnerKind kind;

  Identifiers(JdbcClient jdbc, OwnerKind kind) {
    this.jdbc = jdbc;
    this.kind = kind;
  }

  Optional<UUID> ownerOf(Identifier identifier) {
    return jdbc.sql(
            """
            select owner_id from identifier
            where clinic_id = current_clinic() and owner_kind = :kind
              and system = :system and value = :value
            """)
        .param("kind", kind.name())
        .param("system", identifier.system())
        .param("value", identifier.value())
        .query(UUID.class)
        .optional();
  }

  List<Identifier> of(UUID owner) {
    return jdbc.sql(
            """
            select system, value from identifier
            where clinic_id = current_clinic() and owner_kind = :kind and owner_id = :owner
            order by system, value
            """)
        .param("kind", kind.name())
        .param("owner", owner)
        .query((row, n) -> new Identifier(row.getString("system"), row.getString("value")))
        .list();
  }

  /** Those of every owner of the kind, in one query. */
  Map<UUID, List<Identifier>> all() {
    return jdbc
        .sql(
            """
            select owner_id, system, value from identifier
            where clinic_id = current_clinic() and owner_kind = :kind
            order by system, value
            """)
        .param("kind", kind.name())
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("owner_id", UUID.class),
                    new Identifier(row.getString("system"), row.getString("value"))))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /**
   * Replaces the identifiers of the owner.
   *
   * @throws org.springframework.dao.DuplicateKeyException if one names somebody else
   */
  void replace(UUID owner, List<Identifier> identifiers) {
    jdbc.sql(
            """
            delete from identifier
            where clinic_id = current_clinic() and owner_kind = :kind and owner_id = :owner
            """)
        .param("kind", kind.name())
        .param("owner", owner)
        .update();
    identifiers.stream().distinct().forEach(identifier -> insert(owner, identifier));
  }

  private void insert(UUID owner, Identifier identifier) {
    jdbc.sql(
            """
            insert into identifier (clinic_id, owner_kind, owner_id, system, value)
            values (current_clinic(), :kind, :owner, :system, :value)
            """)
        .param("kind", kind.name())
        .param("owner", owner)
        .param("system", identifier.system())
        .param("value", identifier.value())
        .update();
  }
}
