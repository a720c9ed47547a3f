package care.vestibule.tasklist;

import care.vestibule.accessrequest.PersonCheck;
import care.vestibule.messaging.delivery.SentMessage;
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
    List<SentMessage> messages,
    List<Comment> comments,
    Optional<PersonCheck> check,
    boolean waitsForEngine) {}
