package care.vestibule.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clinic the current thread works for; every transaction sees the rows of that clinic only. */
@Component
public final class CurrentClinic {

  // One instance for the life of the application, and no static state: a test can have its own.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable ClinicId> current = new ThreadLocal<>();

  /** Runs the work for one clinic and restores the former clinic afterwards. */
  public <T> T during(ClinicId clinic, Supplier<T> work) {
    var former = current.get();
    current.set(clinic);
    try {
      return work.get();
    } finally {
      current.set(former);
    }
  }

  /** Runs the work for one clinic and restores the former clinic afterwards. */
  public void during(ClinicId clinic, Runnable work) {
    Supplier<Boolean> supplier =
        () -> {
          work.run();
          return true;
        };
    during(clinic, supplier);
  }

  /** The clinic of the current thread, if it works for one. */
  public Optional<ClinicId> find() {
    return Optional.ofNullable(current.get());
  }

  /**
   * The clinic of the current thread.
   *
   * @throws IllegalStateException if the thread works for no clinic
   */
  public ClinicId get() {
    return find().orElseThrow(() -> new IllegalStateException("No clinic is set for this work"));
  }
}
