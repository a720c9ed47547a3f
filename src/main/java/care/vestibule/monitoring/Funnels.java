package care.vestibule.monitoring;

import care.vestibule.tenancy.CurrentClinic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the current clinic's invitations by how far they have come. */
@Repository
@Transactional(readOnly = true)
public class Funnels {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  Funnels(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The funnel of what started at or after that moment; processes a new key started are not in. */
  public Funnel since(Instant start) {
    return funnel(
        jdbc.sql(
                """
                select furthest, ended_at is not null as ended, count(*) as instances
                from engine_instance
                where clinic_ref = :clinic and started_at >= :start and invited
                group by 1, 2
                """)
            .param("clinic", clinic.get().value())
            .param("start", start.atOffset(ZoneOffset.UTC))
            .query(
                (row, number) ->
                    new Group(
                        FunnelStep.numbered(row.getInt("furthest")),
                        row.getBoolean("ended"),
                        row.getLong("instances")))
            .list());
  }

  private static Funnel funnel(List<Group> groups) {
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
      stages.add(new Funnel.Stage(step, reached, waiting, lost));
    }
    return new Funnel(stages);
  }

  private record Group(FunnelStep furthest, boolean ended, long instances) {}
}
