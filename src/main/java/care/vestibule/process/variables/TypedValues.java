package care.vestibule.process.variables;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain values as the types a worker declares. */
final class TypedValues {

  private TypedValues() {}

  static Object typed(Object plain, Type type) {
    if (type instanceof ParameterizedType generic) {
      var argument = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.of(typed(plain, argument))
          : typedList(plain, argument);
    }
    var wanted = (Class<?>) type;
    if (wanted.isRecord()) {
      return typedParts(plain, wanted.asSubclass(Record.class));
    }
    return wanted.isEnum() ? constant(plain, wanted) : simple(plain, wanted);
  }

  private static Object simple(Object plain, Class<?> wanted) {
    if (wanted == int.class || wanted == boolean.class || wanted == String.class) {
      return plain;
    }
    var text = plain.toString();
    if (wanted == UUID.class) {
      return UUID.fromString(text);
    }
    if (wanted == Instant.class) {
      return Instant.parse(text);
    }
    if (wanted == Duration.class) {
      return Duration.parse(text);
    }
    throw new ForbiddenVariable("type");
  }

  private static Object constant(Object plain, Class<?> wanted) {
    for (var constant : wanted.getEnumConstants()) {
      if (constant instanceof Enum<?> named && named.name().equals(plain)) {
        return constant;
      }
    }
    throw new ForbiddenVariable("unknown constant");
  }

  private static List<Object> typedList(Object plain, Type element) {
    return plain instanceof List<?> list
        ? list.stream().map(each -> typed(each, element)).toList()
        : List.of();
  }

  private static Record typedParts(Object plain, Class<? extends Record> wanted) {
    var parts = (Map<?, ?>) plain;
    var components = wanted.getRecordComponents();
    var values = new @Nullable Object[components.length];
    for (var i = 0; i < components.length; i++) {
      values[i] = part(parts, components[i]);
    }
    return Components.build(wanted, values);
  }

  private static @Nullable Object part(Map<?, ?> parts, RecordComponent component) {
    var value = parts.get(component.getName());
    return value == null ? null : typed(value, component.getGenericType());
  }
}
