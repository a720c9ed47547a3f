package care.vestibule.process.projection;

import java.util.List;

/**
 * A statement that writes many rows at once: each of its parameters is a column of them, as text.
 *
 * <p>What is told of one row by several of them it puts together itself, and it writes no column
 * nobody told of: so it may be carried out in any order and repeated.
 */
record Upsert(List<String> columns, String sql) {}
