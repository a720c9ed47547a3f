package care.vestibule.sharing;

import care.vestibule.directory.HcpId;
import java.time.LocalDate;

/**
 * Records one doctor holds back from a patient until the same day for the same reason.
 *
 * @param lastDay until the end of which they are held back
 */
record HoldNote(HcpId doctor, int records, HoldReason reason, LocalDate lastDay) {}
