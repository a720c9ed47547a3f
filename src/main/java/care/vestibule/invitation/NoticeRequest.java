package care.vestibule.invitation;

import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a patient is to be told about their account.
 *
 * @param invitation in whose name
 * @param apartFrom the channel not to use while there is another
 * @param sequence tells it apart from others of its kind
 */
public record NoticeRequest(
    UUID id,
    ClinicId clinic,
    InvitationId invitation,
    MessageKind kind,
    Optional<Channel> apartFrom,
    int sequence) {}
