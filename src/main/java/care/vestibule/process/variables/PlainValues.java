package care.vestibule.process.variables;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java values as JSON can carry them: text, whole numbers, booleans, lists and maps. */
final class PlainValues {

  private PlainValues() {}

  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean flag -> flag;
      case Integer number -> number;
      case String text -> text;
      case UUID reference -> reference.toString();
      case Enum<?> constant -> constant.name();
      case Instant moment -> moment.toString();
      case Duration duration -> duration.toString();
      case List<?> list -> plainList(list);
      case Record parts -> plainParts(parts);
      default -> throw new IllegalArgumentException("Not a type variables have");
    };
  }

  private static List<@Nullable Object> plainList(List<?> list) {
    var plain = new ArrayList<@Nullable Object>();
    list.forEach(element -> plain.add(plain(element)));
    return plain;
  }

  private static Map<String, @Nullable Object> plainParts(Record parts) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    for (var component : parts.getClass().getRecordComponents()) {
      plain.put(component.getName(), plain(Components.valueOf(component, parts)));
    }
    return plain;
  }
}
