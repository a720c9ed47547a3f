package care.vestibule.tasklist;

import care.vestibule.notification.NotificationId;
import care.vestibule.notification.NotificationStatus;
import care.vestibule.sharing.SharePreview;
import care.vestibule.sharing.ShareRevocation;
import care.vestibule.sharing.SharingReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Everything a doctor needs to answer one request.
 *
 * @param patientName given names and family name
 * @param asked when the patient asked
 * @param changed when the request last changed
 * @param open whether an answer is awaited
 * @param fingerprint of the patient's active key, 30 digits in 6 groups; empty if there is no key
 * @param preview what this doctor holds and would share
 * @param answer what was answered, once it was
 * @param report what was shared, once it was
 * @param revocation that it was taken back, if it was
 */
public record TaskDetail(
    NotificationId id,
    String patientName,
    LocalDate birthDate,
    Instant asked,
    Instant changed,
    NotificationStatus status,
    boolean open,
    Optional<String> fingerprint,
    SharePreview preview,
    Optional<Answer> answer,
    Optional<SharingReport> report,
    Optional<ShareRevocation> revocation) {}
