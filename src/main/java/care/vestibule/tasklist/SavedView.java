package care.vestibule.tasklist;

/**
 * A filter a doctor keeps.
 *
 * @param name what the doctor calls it, 1 to 60 characters
 * @param filter the query part of the list's address
 */
public record SavedView(String name, String filter) {}
