package care.vestibule.tasklist;

/**
 * Which requests to list.
 *
 * @param text words that each begin a name of the patient or are the birth date (ISO 8601), or one
 *     identifier of the patient; empty for all
 * @param overdue only those whose answer is overdue
 * @param limit at most so many, 1 to 500
 */
public record TaskQuery(TaskView view, String text, TaskSort sort, boolean overdue, int limit) {

  /** How many a page shows at first, and how many more each time. */
  public static final int PAGE = 50;

  private static final int MOST = 500;
  private static final int LONGEST_TEXT = 100;

  /** Puts limit and text within their bounds; control characters separate words. */
  public TaskQuery {
    text = text.replaceAll("\\p{Cc}", " ").strip();
    text = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    limit = Math.clamp(limit, 1, MOST);
  }

  /** Everything that waits for the doctor, in the usual order. */
  public static TaskQuery queue() {
    return new TaskQuery(TaskView.QUEUE, "", TaskSort.DUE, false, PAGE);
  }

  /** The same with one page more. */
  public TaskQuery withMore() {
    return new TaskQuery(view, text, sort, overdue, limit + PAGE);
  }
}
