package care.vestibule.process.variables;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a worker's input from the variables of a job.
 *
 * <p>A variable that is absent or null becomes an empty {@code Optional} or {@code List}, or null
 * where the component is {@code @Nullable}.
 */
public final class InputReader<I extends Record> {

  private final Class<I> type;
  private final RecordComponent[] components;

  /**
   * A reader of one input type.
   *
   * @throws ForbiddenVariable if a component is not on the allow-list
   */
  public InputReader(Class<I> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    variables().forEach(EngineVariables::named);
  }

  /** The variables to fetch. */
  public List<String> variables() {
    return Arrays.stream(components).map(RecordComponent::getName).toList();
  }

  /**
   * The input.
   *
   * @throws MissingVariable if a needed variable is absent
   * @throws ForbiddenVariable if a value is not of its variable's shape
   */
  public I read(Map<String, @Nullable Object> variables) {
    var values = new @Nullable Object[components.length];
    for (var i = 0; i < components.length; i++) {
      values[i] = value(components[i], variables.get(components[i].getName()));
    }
    return Components.build(type, values);
  }

  private static @Nullable Object value(RecordComponent component, @Nullable Object plain) {
    if (plain == null) {
      return absent(component);
    }
    var variable = EngineVariables.named(component.getName());
    if (!Shapes.fits(variable.kind(), plain)) {
      throw new ForbiddenVariable(variable.id());
    }
    return TypedValues.typed(plain, component.getGenericType());
  }

  private static @Nullable Object absent(RecordComponent component) {
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    if (component.getType() == List.class) {
      return List.of();
    }
    throw new MissingVariable(component.getName());
  }
}
