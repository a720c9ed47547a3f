package care.vestibule.accessrequest.hold;

import care.vestibule.directory.HcpId;
import java.time.LocalDate;

/**
 * Records one doctor holds back from a patient until the same day for the same reason.
 *
 * @param lastDay until the end of which they are held back
 */
public record HoldBackSummary(
    HcpId doctor, int records, HoldBackReason reason, LocalDate lastDay) {}
