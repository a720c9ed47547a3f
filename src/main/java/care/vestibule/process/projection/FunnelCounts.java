package care.vestibule.process.projection;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves what each batch of records changed of the funnel into its counts.
 *
 * <p>Several portals may do it at once: what one moves the others leave alone.
 */
@Component
@OnlyIn(Zone.PORTAL)
class FunnelCounts {

  private final JdbcClient jdbc;

  FunnelCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Scheduled(
      initialDelayString = "${vestibule.projection.fold-every:10s}",
      fixedDelayString = "${vestibule.projection.fold-every:10s}")
  void fold() {
    jdbc.sql(
            """
            with told as (
              delete from engine_funnel_change where ctid in (
                select ctid from engine_funnel_change for update skip locked)
              returning clinic_ref, day, furthest, ended, instances)
            insert into engine_funnel as kept
            select clinic_ref, day, furthest, ended, sum(instances) from told
            group by clinic_ref, day, furthest, ended having sum(instances) <> 0
            order by clinic_ref, day, furthest, ended
            on conflict (clinic_ref, day, furthest, ended) do update
              set instances = kept.instances + excluded.instances
            """)
        .update();
  }
}
