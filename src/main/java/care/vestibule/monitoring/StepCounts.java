package care.vestibule.monitoring;

import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts where the current clinic's processes stand. */
@Repository
@Transactional(readOnly = true)
public class StepCounts {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  StepCounts(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** Where they stand now. */
  public StepCount now() {
    return jdbc.sql(
            """
            select
              (select count(*) from engine_instance
                where clinic_ref = :clinic and ended_at is null and started_at is not null)
                as running,
              (select count(*) from engine_instance
                where clinic_ref = :clinic and ended_at > now() - interval '24 hours') as ended
            """)
        .param("clinic", clinic.get().value())
        .query(
            (row, number) -> new StepCount(row.getLong("running"), row.getLong("ended"), places()))
        .single();
  }

  private List<StepCount.Place> places() {
    return jdbc.sql(
            """
            select element.element_id, count(*) as tokens, count(stuck.element_key) as stuck
            from engine_instance instance
            join engine_element element
              on element.instance_key = instance.instance_key and element.left_at is null
            left join (
              select distinct element_key from engine_incident
              where created_at is not null and resolved_at is null) stuck
              on stuck.element_key = element.element_key
            where instance.clinic_ref = :clinic and instance.ended_at is null
              and element.element_type not like '%SUB_PROCESS'
              and element.element_type <> 'MULTI_INSTANCE_BODY'
            group by element.element_id
            order by tokens desc, element.element_id
            """)
        .param("clinic", clinic.get().value())
        .query(
            (row, number) -> {
              var element = row.getString("element_id");
              return new StepCount.Place(
                  element, WaitKind.at(element), row.getLong("tokens"), row.getLong("stuck"));
            })
        .list();
  }

  /**
   * Where the running processes stand at this moment.
   *
   * @param running processes that have not ended
   * @param ended processes that have within the last 24 hours
   * @param places where they stand; a process with several doctors stands in several places
   */
  public record StepCount(long running, long ended, List<Place> places) {

    /**
     * An element with processes on it.
     *
     * @param element its id in the model
     * @param kind whom it waits for
     * @param tokens how many visits to it are open
     * @param stuck how many of these cannot go on by themselves
     */
    public record Place(String element, WaitKind kind, long tokens, long stuck) {}
  }
}
