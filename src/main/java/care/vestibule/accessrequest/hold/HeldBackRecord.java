package care.vestibule.accessrequest.hold;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A record that is held back, or chosen to be, with what may be told of it in clear.
 *
 * @param fhirType its FHIR R4 resource type; empty if the doctor does not hold it any more
 * @param day the day it is about
 * @param lastDay until the end of which it is held back
 */
public record HeldBackRecord(
    UUID record,
    Optional<String> fhirType,
    Optional<LocalDate> day,
    HoldBackReason reason,
    LocalDate lastDay) {}
