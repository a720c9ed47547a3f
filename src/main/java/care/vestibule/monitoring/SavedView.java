package care.vestibule.monitoring;

/**
 * A filter of the processes that somebody of operations keeps.
 *
 * @param name what they call it, 1 to 60 characters
 * @param filter the query part of the list's address
 */
public record SavedView(String name, String filter) {}
