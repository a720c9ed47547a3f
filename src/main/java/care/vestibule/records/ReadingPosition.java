package care.vestibule.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The last entity of a page: by clinical date and id, newest first, undated ones last.
 *
 * @param date the clinical date; {@link #UNDATED} for an entity without one
 * @param entity the entity
 */
public record ReadingPosition(LocalDate date, UUID entity) {

  /** Stands for the date of an entity that has none. */
  public static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

  /** Before the first entity. */
  static final ReadingPosition NEWEST =
      new ReadingPosition(LocalDate.of(9999, 12, 31), new UUID(-1, -1));

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static ReadingPosition parse(String text) {
    var parts = text.split("_", 2);
    try {
      return new ReadingPosition(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not a reading position", e);
    }
  }

  /** A form for URLs: the date and the id, joined by an underscore. */
  @Override
  public String toString() {
    return date + "_" + entity;
  }
}
