package care.vestibule.accessrequest.deputy;

import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deputyships; each is written once and may be ended early. */
@Component
class DeputyshipTable {

  private static final String SELECT =
      """
      select id, hcp, deputy, from_day, until_day, set_by, ended from deputyship
      where clinic_id = :clinic
      """;

  private final JdbcClient jdbc;

  DeputyshipTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      ClinicId clinic,
      UUID id,
      HcpId hcp,
      HcpId deputy,
      LocalDate from,
      LocalDate until,
      String setBy) {
    jdbc.sql(
            """
            insert into deputyship
              (clinic_id, id, hcp, deputy, from_day, until_day, set_by, created)
            values (:clinic, :id, :hcp, :deputy, :from, :until, :setBy, clock_timestamp())
            """)
        .param("clinic", clinic.value())
        .param("id", id)
        .param("hcp", hcp.value())
        .param("deputy", deputy.value())
        .param("from", from)
        .param("until", until)
        .param("setBy", setBy)
        .update();
  }

  Optional<Deputyship> find(ClinicId clinic, UUID id) {
    return jdbc.sql(SELECT + "and id = :id")
        .param("clinic", clinic.value())
        .param("id", id)
        .query(DeputyshipTable::deputyship)
        .optional();
  }

  void end(ClinicId clinic, UUID id, OffsetDateTime at) {
    jdbc.sql(
            """
            update deputyship set ended = coalesce(ended, :at)
            where clinic_id = :clinic and id = :id
            """)
        .param("clinic", clinic.value())
        .param("id", id)
        .param("at", at)
        .update();
  }

  List<Deputyship> current(ClinicId clinic, HcpId hcp, LocalDate today) {
    return jdbc.sql(
            SELECT
                + "and hcp = :hcp and until_day >= :today and ended is null order by from_day, id")
        .param("clinic", clinic.value())
        .param("hcp", hcp.value())
        .param("today", today)
        .query(DeputyshipTable::deputyship)
        .list();
  }

  Set<HcpId> absent(ClinicId clinic, HcpId deputy, LocalDate today) {
    return jdbc
        .sql(
            SELECT
                + """
                and deputy = :deputy and from_day <= :today and until_day >= :today
                and ended is null
                """)
        .param("clinic", clinic.value())
        .param("deputy", deputy.value())
        .param("today", today)
        .query(DeputyshipTable::deputyship)
        .list()
        .stream()
        .map(Deputyship::hcp)
        .collect(Collectors.toSet());
  }

  private static Deputyship deputyship(ResultSet row, int number) throws SQLException {
    @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
    return new Deputyship(
        row.getObject("id", UUID.class),
        new HcpId(row.getObject("hcp", UUID.class)),
        new HcpId(row.getObject("deputy", UUID.class)),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getString("set_by"),
        Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
  }
}
