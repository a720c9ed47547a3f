package care.vestibule.tasklist;

/**
 * How many requests each part of the list has; none is counted beyond 1,000.
 *
 * @param overdue those of the queue whose answer is overdue
 * @param checked those of the queue the doctor checked, to be approved together
 */
public record TaskCounts(int queue, int mine, int deputy, int done, int overdue, int checked) {

  /** The count of one part. */
  public int of(TaskView view) {
    return switch (view) {
      case QUEUE -> queue;
      case MINE -> mine;
      case DEPUTY -> deputy;
      case DONE -> done;
    };
  }
}
