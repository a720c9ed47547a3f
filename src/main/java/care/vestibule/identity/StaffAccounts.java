package care.vestibule.identity;

import care.vestibule.directory.HcpId;
import care.vestibule.identity.StaffRows.StaffAccount;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The user names and passwords of the clinics' staff. */
@Component
public final class StaffAccounts {

  private final StaffRows rows;
  private final PasswordEncoder passwords;
  private final String nobodysHash;

  StaffAccounts(StaffRows rows, PasswordEncoder passwords) {
    this.rows = rows;
    this.passwords = passwords;
    this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
  }

  /**
   * Opens an account for a doctor of the clinic; a user name is unique in the whole of Vestibule.
   */
  public UUID createDoctor(ClinicId clinic, HcpId hcp, String username, String password) {
    return create(clinic, username, password, StaffRole.DOCTOR, Optional.of(hcp));
  }

  /** Opens an account for the clinic's desk. */
  public UUID createDesk(ClinicId clinic, String username, String password) {
    return create(clinic, username, password, StaffRole.DESK, Optional.empty());
  }

  /** Opens an account for operations. */
  public UUID createOperations(ClinicId clinic, String username, String password) {
    return create(clinic, username, password, StaffRole.OPERATIONS, Optional.empty());
  }

  /** Whether the user name is taken. */
  public boolean isTaken(String username) {
    return rows.isTaken(username);
  }

  /**
   * Who this is, if the password is right.
   *
   * <p>Ten wrong passwords in a row close the account for fifteen minutes. An unknown user name, a
   * closed account and a wrong password look alike and take the same work.
   */
  public Optional<Actor> signIn(String username, String password) {
    var account = rows.takeAttempt(username);
    var hash = account.map(StaffAccount::passwordHash).orElse(nobodysHash);
    boolean right = passwords.matches(password, hash);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    rows.conclude(account.get(), right);
    return right ? account.map(StaffAccount::actor) : Optional.empty();
  }

  private UUID create(
      ClinicId clinic, String username, String password, StaffRole role, Optional<HcpId> hcp) {
    var hash = String.valueOf(passwords.encode(password));
    var account = new StaffAccount(UUID.randomUUID(), clinic, role, hcp, hash);
    rows.add(account, username);
    return account.id();
  }
}
