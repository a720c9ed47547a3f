package care.vestibule.monitoring.processes;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the model the engine was given; the same for all clinics. */
@Repository
@Transactional(readOnly = true)
public class ProcessModels {

  private static final String PROCESS = "patient-access";

  private final JdbcClient jdbc;

  ProcessModels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The versions the engine has told of, the newest first. */
  public List<Integer> versions() {
    return jdbc.sql(
            """
            select version from engine_model where process_id = :process order by version desc
            """)
        .param("process", PROCESS)
        .query((row, number) -> row.getInt("version"))
        .list();
  }

  /** One version, as BPMN XML with its diagram. */
  public Optional<String> bpmn(int version) {
    return jdbc.sql(
            """
            select bpmn from engine_model where process_id = :process and version = :version
            """)
        .param("process", PROCESS)
        .param("version", version)
        .query(String.class)
        .optional();
  }
}
