package care.vestibule.identity;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff accounts at rest, with what was tried on each. */
@Repository
class StaffRows {

  private final JdbcClient jdbc;
  private final CurrentClinic current;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  StaffRows(
      JdbcClient jdbc,
      CurrentClinic current,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.current = current;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  void add(StaffAccount account, String username) {
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    insert into staff_account (clinic_id, id, username, password_hash, role, hcp_id)
                    values (:clinic, :id, :username, :hash, :role, :hcp)
                    """)
                .param("clinic", account.clinic().value())
                .param("id", account.id())
                .param("username", username)
                .param("hash", account.passwordHash())
                .param("role", account.role().name())
                .param("hcp", account.hcp().map(HcpId::value).orElse(null))
                .update());
  }

  boolean isTaken(String username) {
    return jdbc.sql("select count(*) from staff_account where username = :username")
            .param("username", username)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * The account, with one attempt spent before the password is looked at: guesses made in parallel
   * all count.
   */
  Optional<StaffAccount> takeAttempt(String username) {
    return jdbc.sql(
            """
            update staff_account set
              failures = case when failures >= 9 then 0 else failures + 1 end,
              locked_until = case when failures >= 9 then now() + interval '15 minutes' end
            where username = :username and (locked_until is null or locked_until <= now())
            returning clinic_id, id, role, hcp_id, password_hash
            """)
        .param("username", username)
        .query(StaffRows::read)
        .optional();
  }

  /** Notes how the attempt ended; a right password gives all attempts back. */
  void conclude(StaffAccount account, boolean right) {
    current.during(
        account.clinic(), () -> transaction.executeWithoutResult(status -> note(account, right)));
  }

  private void note(StaffAccount account, boolean right) {
    if (right) {
      jdbc.sql("update staff_account set failures = 0, locked_until = null where id = :id")
          .param("id", account.id())
          .update();
    }
    audit.record(
        new AuditEvent(
            right ? account.actor().reference() : "anonymous",
            right ? "SIGNED_IN" : "SIGN_IN_REFUSED",
            "staff:" + account.id(),
            account.role().name()));
  }

  private static StaffAccount read(ResultSet row, int number) throws SQLException {
    return new StaffAccount(
        row.getObject("id", UUID.class),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        StaffRole.valueOf(row.getString("role")),
        Optional.ofNullable(row.getObject("hcp_id", UUID.class)).map(HcpId::new),
        row.getString("password_hash"));
  }

  /** One row of the staff accounts; a doctor's names the doctor. */
  record StaffAccount(
      UUID id, ClinicId clinic, StaffRole role, Optional<HcpId> hcp, String passwordHash) {

    Actor actor() {
      return switch (role) {
        case DOCTOR -> new Actor.Doctor(clinic, hcp.orElseThrow());
        case DESK -> new Actor.Desk(clinic, id);
        case OPERATIONS -> new Actor.Operations(clinic, id);
      };
    }

    @Override
    public String toString() {
      return "StaffAccount[" + id + "]";
    }
  }
}
