package care.vestibule.tasklist;

import java.time.Instant;

/**
 * What a doctor wrote for the colleagues about a request.
 *
 * @param author the doctor's name
 * @param words at most 1,000 characters
 */
public record Comment(String author, String words, Instant at) {}
