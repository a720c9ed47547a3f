package care.vestibule.monitoring;

import java.util.List;

/**
 * Where the running processes stand at this moment.
 *
 * @param running processes that have not ended
 * @param ended processes that have within the last 24 hours
 * @param places where they stand; a process with several doctors stands in several places
 */
public record StepCount(long running, long ended, List<Place> places) {

  /**
   * An element with processes on it.
   *
   * @param element its id in the model
   * @param kind whom it waits for
   * @param tokens how many visits to it are open
   * @param stuck how many of these can not go on by themselves
   */
  public record Place(String element, WaitKind kind, long tokens, long stuck) {}
}
