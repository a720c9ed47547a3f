package care.vestibule.tasklist.web;

import care.vestibule.tasklist.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list in the reader's words, ready to be shown: a template that asks for each of them
 * by expressions takes twice as long.
 *
 * @param version another text whenever the request has changed
 * @param born the patient's day of birth
 * @param tone how the state is coloured: {@code good}, {@code warn}, {@code bad} or not at all
 * @param standing the state in words
 * @param asked how long ago the patient asked
 * @param takenBy who is on it, in a sentence, if that is somebody else
 * @param askedOf who was asked, in a sentence, if that is somebody else
 */
public record ListedTask(
    String id,
    String version,
    TaskState state,
    String name,
    String born,
    String tone,
    String standing,
    String asked,
    boolean overdue,
    boolean checked,
    @Nullable String takenBy,
    @Nullable String askedOf) {}
