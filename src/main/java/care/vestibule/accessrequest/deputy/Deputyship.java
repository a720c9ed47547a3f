package care.vestibule.accessrequest.deputy;

import care.vestibule.directory.HcpId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One doctor stands in for another.
 *
 * @param hcp who is away
 * @param from the first day, in Vestibule's time zone
 * @param until the last day, included
 * @param setBy who arranged it, as an opaque reference
 * @param ended when it was ended early
 */
public record Deputyship(
    UUID id,
    HcpId hcp,
    HcpId deputy,
    LocalDate from,
    LocalDate until,
    String setBy,
    Optional<Instant> ended) {}
