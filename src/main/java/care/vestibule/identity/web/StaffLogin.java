package care.vestibule.identity.web;

import care.vestibule.identity.StaffAccounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets staff in by user name and password. */
@Component
final class StaffLogin implements AuthenticationProvider {

  /** Longer ones only keep the hash busy. */
  private static final int LONGEST_PASSWORD = 256;

  private final StaffAccounts accounts;

  StaffLogin(StaffAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var password = String.valueOf(attempt.getCredentials());
    return java.util.Optional.of(password)
        .filter(text -> text.length() <= LONGEST_PASSWORD)
        .flatMap(text -> accounts.signIn(attempt.getName(), text))
        .map(ActorAuthentication::new)
        .orElseThrow(() -> new BadCredentialsException("User name or password is wrong"));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
