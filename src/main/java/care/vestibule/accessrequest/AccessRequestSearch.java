package care.vestibule.accessrequest;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.accessrequest.deputy.DeputyScope;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through notifications by (created, id), so that new ones never shift a page. */
@Component
class AccessRequestSearch {

  private static final AccessRequestId FIRST = new AccessRequestId(new UUID(0, 0));

  private static final UUID[] NOBODY = {};

  private final JdbcClient jdbc;

  AccessRequestSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page.
   *
   * @param standIns for whom the professional of the filter may answer as well
   */
  AccessRequestList page(
      ClinicId clinic, AccessRequestFilter filter, Optional<DeputyScope> standIns) {
    // One more than asked tells whether there is a next page.
    var found = rows(clinic, filter, standIns);
    if (found.size() <= filter.limit()) {
      return new AccessRequestList(found, Optional.empty());
    }
    var page = found.subList(0, filter.limit());
    var last = page.getLast();
    return new AccessRequestList(
        List.copyOf(page), Optional.of(new AccessRequestCursor(last.created(), last.id())));
  }

  private List<AccessRequest> rows(
      ClinicId clinic, AccessRequestFilter filter, Optional<DeputyScope> standIns) {
    var start = filter.cursor().orElse(new AccessRequestCursor(Instant.EPOCH, FIRST));
    return jdbc.sql(
            """
            select clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
              handler, open_to_deputies, reason, problem, created, modified
            from notifications
            where clinic_id = :clinic
              and status = any(:statuses)
              and (cast(:type as text) is null or type = :type)
              and (cast(:responsible as uuid) is null or responsible = :responsible)
              and (cast(:hcp as uuid) is null or hcp = :hcp or handler = :hcp
                or hcp = any(:absent) or (open_to_deputies and hcp = any(:colleagues)))
              and created >= :after
              and (created, id) > (:startTime, :startId)
            order by created, id
            limit :limit
            """)
        .param("clinic", clinic.value())
        .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
        .param("type", filter.type().map(Enum::name).orElse(null))
        .param("responsible", filter.responsible().map(PatientId::value).orElse(null))
        .param("hcp", filter.hcp().map(HcpId::value).orElse(null))
        .param("absent", standIns.map(DeputyScope::absentIds).orElse(NOBODY))
        .param("colleagues", standIns.map(DeputyScope::colleagueIds).orElse(NOBODY))
        .param("after", timestamp(filter.after().orElse(Instant.EPOCH)))
        .param("startTime", timestamp(start.created()))
        .param("startId", start.id().value())
        .param("limit", filter.limit() + 1)
        .query(new AccessRequestRow())
        .list();
  }
}
