package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which notifications to list, oldest first.
 *
 * @param statuses any of these
 * @param hcp the professional asked, or who took it over
 * @param after created at or after this time
 * @param cursor where the former page ended, as it said
 * @param limit how many a page, 1 to 200
 */
public record AccessRequestFilter(
    Set<AccessRequestStatus> statuses,
    Optional<AccessRequestType> type,
    Optional<PatientId> responsible,
    Optional<HcpId> hcp,
    Optional<Instant> after,
    Optional<AccessRequestCursor> cursor,
    int limit) {

  private static final int MOST = 200;

  /** Refuses pages that are empty or too long. */
  public AccessRequestFilter {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A page has 1 to " + MOST + " notifications");
    }
    statuses = Set.copyOf(statuses);
  }

  /** The first page of everything in these statuses. */
  public static AccessRequestFilter in(Set<AccessRequestStatus> statuses) {
    return new AccessRequestFilter(
        statuses,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MOST);
  }

  /** The first page of everything. */
  public static AccessRequestFilter all() {
    return in(EnumSet.allOf(AccessRequestStatus.class));
  }

  /** The same list for one professional only. */
  public AccessRequestFilter of(HcpId professional) {
    return new AccessRequestFilter(
        statuses, type, responsible, Optional.of(professional), after, cursor, limit);
  }
}
