package care.vestibule.audit;

/** What a walk along a clinic's hash chain found. */
public sealed interface ChainState {

  /**
   * Every link holds.
   *
   * @param length the number of events
   */
  record Intact(long length) implements ChainState {}

  /**
   * A row was changed, removed or moved.
   *
   * @param position the first place that is not as it was written; one more than the last row's if
   *     rows are missing at the end
   */
  record Broken(long position) implements ChainState {}
}
