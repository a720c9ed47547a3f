package care.vestibule.process.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record changes: a row of an {@link Upsert} that any other record's may come before or
 * after, and that may come again.
 */
record RowWrite(Upsert upsert, Map<String, @Nullable Object> values) {

  static RowWrite of(Upsert upsert) {
    return new RowWrite(upsert, new LinkedHashMap<>());
  }

  /** Columns that are not named are not told of. */
  RowWrite with(String column, @Nullable Object value) {
    values.put(column, value);
    return this;
  }
}
