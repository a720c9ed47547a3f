package care.vestibule.tenancy;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL at the start of each transaction which clinic it serves.
 *
 * <p>The row-level security policies compare {@code clinic_id} with {@code current_clinic()}, which
 * reads the transaction-local setting {@code app.clinic}. Without a clinic the setting is empty and
 * such tables look empty: a forgotten clinic shows as missing rows, never as somebody else's.
 */
public class ClinicTransactionManager extends JdbcTransactionManager {

  private final CurrentClinic clinic;

  /** Manages transactions of the given data source. */
  public ClinicTransactionManager(DataSource dataSource, CurrentClinic clinic) {
    super(dataSource);
    this.clinic = clinic;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    var dataSource = obtainDataSource();
    var connection = DataSourceUtils.getConnection(dataSource);
    try (var statement = connection.prepareStatement("select set_config('app.clinic', ?, true)")) {
      statement.setString(1, clinic.find().map(ClinicId::toString).orElse(""));
      statement.execute();
    } catch (java.sql.SQLException e) {
      throw translateException("set clinic", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
