package care.vestibule.process;

/**
 * Serves one job type. The registry reads the components of {@code I} from the process variables of
 * the same names (and fetches no others), opens the clinic named by {@code clinicRef}, guards
 * against a second delivery, and writes the components of {@code O} back as variables.
 *
 * <p>Component types: {@code UUID}, {@code String} (allow-listed references only), {@code int},
 * {@code boolean}, enums, {@code Duration}, {@code Instant}, {@code List} of such, and records of
 * such. A variable that is not in the allow-list is refused on read as well as on write.
 *
 * @param <I> the input, a record
 * @param <O> the output, a record; {@link Nothing} if the task sets no variable
 */
public interface JobWorker<I extends Record, O extends Record> {

  /**
   * Does the work of one job.
   *
   * @throws BusinessFailure if the model has to take it from here
   * @throws Incident if only a person can mend the cause
   */
  O work(I input);

  /** The output of a task that sets no variable. */
  record Nothing() {}
}
