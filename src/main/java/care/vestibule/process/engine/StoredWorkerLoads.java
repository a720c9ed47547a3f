package care.vestibule.process.engine;

import care.vestibule.process.WorkerLoad;
import care.vestibule.process.WorkerLoads;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of table {@code worker_pulse}; times are compared by the database's clock. */
@Repository
@Transactional
class StoredWorkerLoads implements WorkerLoads {

  private final JdbcClient jdbc;

  StoredWorkerLoads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void note(UUID process, WorkerLoad load) {
    jdbc.sql(
            """
            with gone as (
              delete from worker_pulse where heard_at < clock_timestamp() - interval '1 hour')
            insert into worker_pulse (id, heard_at, types, parallel, busy, waiting)
            values (:id, clock_timestamp(), :types, :parallel, :busy, :waiting)
            on conflict (id) do update
              set heard_at = excluded.heard_at, types = excluded.types,
                parallel = excluded.parallel, busy = excluded.busy, waiting = excluded.waiting
            """)
        .param("id", process)
        .param("types", load.types())
        .param("parallel", load.parallel())
        .param("busy", load.busy())
        .param("waiting", load.waiting())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<WorkerLoad> heard() {
    return jdbc.sql(
            """
            select types, parallel, busy, waiting from worker_pulse
            where heard_at > clock_timestamp() - interval '30 seconds' order by id
            """)
        .query(
            (row, number) ->
                new WorkerLoad(
                    row.getInt("types"),
                    row.getInt("parallel"),
                    row.getInt("busy"),
                    row.getInt("waiting")))
        .list();
  }
}
