package care.vestibule.tenancy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does one piece of work for each clinic of this installation, one after the other. */
@Component
public final class EveryClinic {

  private final JdbcClient jdbc;
  private final CurrentClinic current;

  /** Clinics in the given database. */
  public EveryClinic(JdbcClient jdbc, CurrentClinic current) {
    this.jdbc = jdbc;
    this.current = current;
  }

  /**
   * Runs the work once for each clinic, in the order of their identifiers.
   *
   * @param work opens its own transactions; what it throws ends the round
   */
  public void forEach(Runnable work) {
    jdbc.sql("select clinic_id from clinic order by clinic_id")
        .query((row, n) -> new ClinicId(row.getObject("clinic_id", UUID.class)))
        .list()
        .forEach(clinic -> current.during(clinic, work));
  }
}
