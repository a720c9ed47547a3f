package care.vestibule.process;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Variables for the engine, each one from the allow-list and of its shape. */
public final class ProcessVariables {

  private static final ProcessVariables NONE =
      new ProcessVariables(new EnumMap<>(ProcessVariable.class));

  private final Map<ProcessVariable, Object> values;

  private ProcessVariables(Map<ProcessVariable, Object> values) {
    this.values = values;
  }

  /** No variables. */
  public static ProcessVariables none() {
    return NONE;
  }

  /**
   * These variables and one more; UUID, number, boolean, enum, Instant, Duration, String, List or
   * record.
   */
  public ProcessVariables with(ProcessVariable variable, Object value) {
    var copy = new EnumMap<ProcessVariable, Object>(ProcessVariable.class);
    copy.putAll(values);
    copy.put(variable, value);
    return new ProcessVariables(copy);
  }

  /** The values by variable. */
  public Map<ProcessVariable, Object> values() {
    return Collections.unmodifiableMap(values);
  }
}
