package care.vestibule.process.variables;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads and builds records that are private to their workers. */
final class Components {

  private Components() {}

  static @Nullable Object valueOf(RecordComponent component, Record parts) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(parts);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record could not be read", e);
    }
  }

  static <R extends Record> R build(Class<R> type, @Nullable Object[] values) {
    try {
      var types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      // A record that refuses its values says so in words of its own, which may quote them.
      throw new ForbiddenVariable("record");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record could not be built", e);
    }
  }
}
