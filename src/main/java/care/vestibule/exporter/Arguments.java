package care.vestibule.exporter;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The arguments of the broker's configuration; environment variables lose the case of names. */
final class Arguments {

  private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Arguments(Map<String, Object> values) {
    this.values.putAll(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .map(Object::toString)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("Argument " + name + " is missing"));
  }

  int number(String name, int otherwise, int least) {
    int number = text(name).map(Integer::valueOf).orElse(otherwise);
    if (number < least) {
      throw new IllegalArgumentException("Argument " + name + " is less than " + least);
    }
    return number;
  }
}
