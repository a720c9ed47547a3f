package care.vestibule.process.variables;

import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables as the engine gets them: by name, plain, each past the allow-list. */
public final class EngineVariables {

  private EngineVariables() {}

  /**
   * The variables of a message or a completed user task.
   *
   * @throws ForbiddenVariable if a value is not of its variable's shape
   */
  public static Map<String, @Nullable Object> of(ProcessVariables variables) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    variables
        .values()
        .forEach((variable, value) -> plain.put(variable.id(), checked(variable, value)));
    return plain;
  }

  /**
   * The variables a worker wrote.
   *
   * @throws ForbiddenVariable if a component is not on the allow-list or not of its shape
   */
  public static Map<String, @Nullable Object> of(Record output) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    for (var component : output.getClass().getRecordComponents()) {
      var variable = named(component.getName());
      plain.put(variable.id(), checked(variable, Components.valueOf(component, output)));
    }
    return plain;
  }

  static ProcessVariable named(String id) {
    return ProcessVariable.of(id).orElseThrow(() -> new ForbiddenVariable("not on the list"));
  }

  private static @Nullable Object checked(ProcessVariable variable, @Nullable Object value) {
    var plain = PlainValues.plain(value);
    if (plain != null && !Shapes.fits(variable.kind(), plain)) {
      throw new ForbiddenVariable(variable.id());
    }
    return plain;
  }
}
