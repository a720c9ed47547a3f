package care.vestibule.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Opens a patient's session once the patient has proven to hold the key. */
public interface PatientSessions {

  /**
   * Signs the user in on this device: a new session identifier, a new start of the twelve hours.
   *
   * <p>To be called last, when nothing can fail any more: the session outlives a transaction that
   * is rolled back.
   */
  void signIn(HttpServletRequest request, HttpServletResponse response, Actor.PatientUser user);
}
