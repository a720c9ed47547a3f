package care.vestibule.monitoring.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import care.vestibule.monitoring.WaitKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts over the processes of all clinics; nothing in the numbers tells one from the other. */
@Repository
@Transactional(readOnly = true)
class AllClinics {

  private final JdbcClient jdbc;

  AllClinics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Totals now() {
    return jdbc.sql(
            """
            select count(*) filter (where ended_at is null) as running,
              count(*) filter (where ended_at is not null) as ended,
              (select count(distinct instance_key) from engine_incident
                join engine_instance using (instance_key)
                where resolved_at is null and created_at is not null and ended_at is null) as stuck,
              (select count(*) from engine_incident join engine_instance using (instance_key)
                where resolved_at is null and created_at is not null and ended_at is null)
                as incidents
            from engine_instance where started_at is not null
            """)
        .query(
            (row, number) ->
                new Totals(
                    row.getLong("running"),
                    row.getLong("stuck"),
                    row.getLong("ended"),
                    row.getLong("incidents"),
                    waiting()))
        .single();
  }

  private Map<String, Long> waiting() {
    List<Place> places =
        jdbc.sql(
                """
                select element_id, count(*) as tokens
                from engine_element join engine_instance using (instance_key)
                where left_at is null and ended_at is null
                  and element_type in ('SERVICE_TASK', 'USER_TASK', 'RECEIVE_TASK')
                group by element_id
                """)
            .query((row, number) -> new Place(row.getString("element_id"), row.getLong("tokens")))
            .list();
    return places.stream()
        .collect(
            groupingBy(
                place -> WaitKind.at(place.element()).name().toLowerCase(Locale.ROOT),
                summingLong(Place::tokens)));
  }

  private record Place(String element, long tokens) {}

  /**
   * What the gauges tell, of all clinics together.
   *
   * @param waiting open visits by whom they wait for
   */
  record Totals(long running, long stuck, long ended, long incidents, Map<String, Long> waiting) {}
}
