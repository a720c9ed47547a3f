package care.vestibule.tasklist;

import care.vestibule.messaging.PostedMessage;
import care.vestibule.notification.PersonCheck;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a request.
 *
 * @param messages to the patient about the invitation, the newest first
 * @param waitsForEngine whether the answer is recorded and the engine has not taken it yet
 */
public record TaskContext(
    Proof proof,
    List<OtherDoctor> others,
    List<HistoryLine> history,
    List<PostedMessage> messages,
    List<Comment> comments,
    Optional<PersonCheck> check,
    boolean waitsForEngine) {}
