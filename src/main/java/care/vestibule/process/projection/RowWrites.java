package care.vestibule.process.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Carries out writes, all of a table by one statement: their order is no matter. */
@Repository
class RowWrites {

  private final JdbcClient jdbc;

  RowWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void carryOut(Collection<RowWrite> writes) {
    writes.stream()
        .collect(Collectors.groupingBy(RowWrite::upsert, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::carryOut);
  }

  /** Gives back how many rows were written. */
  int carryOut(Upsert upsert, List<RowWrite> writes) {
    var statement = jdbc.sql(upsert.sql());
    for (var column : upsert.columns()) {
      statement = statement.param(column, column(column, writes));
    }
    return statement.update();
  }

  private static @Nullable String[] column(String name, List<RowWrite> writes) {
    return writes.stream()
        .map(write -> Optional.ofNullable(write.values().get(name)).map(Object::toString))
        .map(value -> value.orElse(null))
        .toArray(String[]::new);
  }
}
