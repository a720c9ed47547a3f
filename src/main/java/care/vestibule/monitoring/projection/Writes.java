package care.vestibule.monitoring.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Carries out writes, those of one statement in one round trip: their order is no matter. */
@Repository
class Writes {

  private final NamedParameterJdbcOperations jdbc;

  Writes(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  void carryOut(Collection<Write> writes) {
    writes.stream()
        .collect(Collectors.groupingBy(Write::sql, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::carryOut);
  }

  private void carryOut(String sql, List<Write> writes) {
    jdbc.batchUpdate(
        sql,
        writes.stream()
            .map(write -> parameters(write.parameters()))
            .toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource parameters(Map<String, @Nullable Object> values) {
    var source = new MapSqlParameterSource();
    values.forEach(source::addValue);
    return source;
  }
}
