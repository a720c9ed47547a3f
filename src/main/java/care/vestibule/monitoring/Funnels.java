package care.vestibule.monitoring;

import care.vestibule.monitoring.StepDurations.StepDuration;
import care.vestibule.process.projection.FunnelStep;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the current clinic's invitations by how far they have come. */
@Repository
@Transactional(readOnly = true)
public class Funnels {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final StepDurations dwells;

  Funnels(JdbcClient jdbc, CurrentClinic clinic, StepDurations dwells) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.dwells = dwells;
  }

  /**
   * The funnel of what started at or after that moment; processes a new key started are not in.
   *
   * <p>Whole days are summed up from their counts; of the first, which is cut, each process counts.
   */
  public Funnel since(Instant start) {
    var first = LocalDate.ofInstant(start, ZoneOffset.UTC);
    var groups =
        jdbc.sql(
                """
                select furthest, ended, sum(instances) as instances
                from (
                  select furthest, ended, instances from engine_funnel
                  where clinic_ref = :clinic and day > :first
                  union all
                  select furthest, ended, instances from engine_funnel_change
                  where clinic_ref = :clinic and day > :first
                  union all
                  select furthest, ended_at is not null, 1 from engine_instance
                  where clinic_ref = :clinic and started_at >= :start and started_at < :next
                    and invited) counted
                group by furthest, ended
                """)
            .param("clinic", clinic.get().value())
            .param("first", first)
            .param("start", start.atOffset(ZoneOffset.UTC))
            .param("next", first.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
            .query(
                (row, number) ->
                    new Group(
                        FunnelStep.numbered(row.getInt("furthest")),
                        row.getBoolean("ended"),
                        row.getLong("instances")))
            .list();
    return funnel(groups, dwells.since(start));
  }

  private static Funnel funnel(List<Group> groups, Map<FunnelStep, StepDuration> dwells) {
    var stages = new ArrayList<Funnel.Stage>();
    for (var step : FunnelStep.values()) {
      long reached = 0;
      long waiting = 0;
      long lost = 0;
      for (var group : groups) {
        reached += group.furthest().compareTo(step) >= 0 ? group.instances() : 0;
        if (group.furthest() == step && step != FunnelStep.COMPLETED) {
          waiting += group.ended() ? 0 : group.instances();
          lost += group.ended() ? group.instances() : 0;
        }
      }
      stages.add(
          new Funnel.Stage(step, reached, waiting, lost, Optional.ofNullable(dwells.get(step))));
    }
    return new Funnel(stages);
  }

  private record Group(FunnelStep furthest, boolean ended, long instances) {}

  /**
   * How many of the invitations of a period have come how far.
   *
   * @param stages one a {@link FunnelStep}, in its order
   */
  public record Funnel(List<Stage> stages) {

    /**
     * One step of the funnel.
     *
     * @param reached how many came here or further
     * @param waiting how many came no further so far and still may
     * @param lost how many ended here
     * @param dwell how long it takes from here to the next step, if any have come there
     */
    public record Stage(
        FunnelStep step, long reached, long waiting, long lost, Optional<StepDuration> dwell) {

      /** How many hundredths of {@code all} came here; 0 if there are none. */
      public long percentOf(long all) {
        return all == 0 ? 0 : Math.round(100.0 * reached / all);
      }
    }

    /** How many were invited. */
    public long invited() {
      return stages.getFirst().reached();
    }
  }
}
