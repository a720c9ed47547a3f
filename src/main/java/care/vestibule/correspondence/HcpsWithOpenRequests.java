package care.vestibule.correspondence;

import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The professionals whose answer somebody waits for; needs a transaction around it. */
@Component
class HcpsWithOpenRequests {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  HcpsWithOpenRequests(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Whoever is on an open request, or else was asked. */
  List<HcpId> professionals() {
    return jdbc.sql(
            """
            select distinct coalesce(handler, hcp) as hcp from notifications
            where clinic_id = :clinic and answered_at is null and problem is null
              and status in ('PENDING', 'ONGOING')
            """)
        .param("clinic", clinic.get().value())
        .query((row, n) -> new HcpId(row.getObject("hcp", UUID.class)))
        .list();
  }

  /** Whether the professional is one of them. */
  boolean includes(HcpId professional) {
    return jdbc.sql(
            """
            select exists (select from notifications
              where clinic_id = :clinic and answered_at is null and problem is null
                and status in ('PENDING', 'ONGOING') and coalesce(handler, hcp) = :hcp)
            """)
        .param("clinic", clinic.get().value())
        .param("hcp", professional.value())
        .query(Boolean.class)
        .single();
  }
}
