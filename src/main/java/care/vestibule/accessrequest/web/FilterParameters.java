package care.vestibule.accessrequest.web;

import care.vestibule.accessrequest.AccessRequestCursor;
import care.vestibule.accessrequest.AccessRequestFilter;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequestType;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.identity.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the list.
 *
 * @param status any of these, such as {@code pending}
 * @param after ISO 8601, such as {@code 2026-11-24T08:00:00Z}
 */
record FilterParameters(
    @Nullable List<String> status,
    @Nullable String type,
    @Nullable UUID responsible,
    @Nullable UUID hcp,
    @Nullable String after,
    @Nullable String cursor,
    @Nullable Integer limit) {

  private static final int USUAL = 50;

  AccessRequestFilter filter() {
    try {
      return new AccessRequestFilter(
          statuses(),
          Optional.ofNullable(type).map(AccessRequestType::valueOf),
          Optional.ofNullable(responsible).map(PatientId::new),
          Optional.ofNullable(hcp).map(HcpId::new),
          Optional.ofNullable(after).map(Instant::parse),
          Optional.ofNullable(cursor).map(AccessRequestCursor::parse),
          limit == null ? USUAL : limit);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Problem(Problem.Kind.INVALID, "invalid-filter");
    }
  }

  private Set<AccessRequestStatus> statuses() {
    if (status == null || status.isEmpty()) {
      return EnumSet.allOf(AccessRequestStatus.class);
    }
    var found = EnumSet.noneOf(AccessRequestStatus.class);
    status.forEach(name -> found.add(AccessRequestStatus.valueOf(name.toUpperCase(Locale.ROOT))));
    return found;
  }
}
