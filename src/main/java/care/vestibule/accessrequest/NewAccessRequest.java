package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A question to one professional; the same (invitation, professional, key) is the same question.
 *
 * @param author the user who asks
 * @param key the id of the patient's key the question is about, 32 hex digits
 * @param dueIn how long after the question the answer is due
 */
public record NewAccessRequest(
    ClinicId clinic,
    AccessRequestType type,
    UUID author,
    PatientId responsible,
    HcpId hcp,
    UUID invitation,
    String key,
    Duration dueIn,
    Optional<AccessRequestProblem> problem) {}
