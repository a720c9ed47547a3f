package care.vestibule.monitoring.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record changes: a statement that any other record's may come before or after, and that may
 * come again.
 */
record Write(String sql, Map<String, @Nullable Object> parameters) {

  static Write of(String sql) {
    return new Write(sql, new LinkedHashMap<>());
  }

  Write with(String name, @Nullable Object value) {
    parameters.put(name, value);
    return this;
  }
}
