package care.vestibule.accessrequest.hold;

import java.util.List;
import java.util.Optional;

/**
 * Some of the records a doctor holds of a patient, newest first.
 *
 * @param next where the next page begins; empty after the last
 */
public record HoldablePage(List<HoldableRecord> records, Optional<String> next) {}
