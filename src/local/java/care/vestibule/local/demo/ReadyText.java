package care.vestibule.local.demo;

import java.nio.file.Path;
import java.util.Optional;

/** What is printed when everything is ready: where things are and how to begin. */
final class ReadyText {

  private ReadyText() {}

  static String of(String base, String seconds, Path secrets, Optional<DemoAccess> demo) {
    var places =
        """
        Vestibule is ready after %2$s s.

          doctors      %1$s/tasks
          desk         %1$s/desk
          operations   %1$s/monitor
          patients     %1$s/my
          mailbox      %1$s/local/mailbox   (every e-mail and SMS; open the link as the patient would)
          metrics      %1$s/actuator/prometheus   (Authorization: Bearer, and what is in %3$s/scrape-token)

        The broker that runs here is under the Camunda License 1.0: non-production use only.
        """
            .formatted(base, seconds, secrets);
    return "\n\n" + places + demo.map(access -> begin(base, access)).orElse("");
  }

  private static String begin(String base, DemoAccess demo) {
    return """

          logins       isabel.zavala, carrol.pollich (doctors), %2$s, %3$s
          password     %4$s
          API key      %5$s

        Invite the first patient, Francisco Ocampo, at %1$s/desk, or:

          curl -X POST %1$s/api/v1/invitations \\
            -H 'Authorization: Bearer %5$s' -H 'Idempotency-Key: first' \\
            -H 'Content-Type: application/json' \\
            -d '{"patientId":"%6$s","invitedBy":"%7$s","channel":"auto","tokenValidity":"PT1H"}'
        """
        .formatted(
            base,
            DemoAccess.DESK,
            DemoAccess.OPERATIONS,
            DemoAccess.PASSWORD,
            demo.apiKey(),
            demo.patient(),
            demo.doctor());
  }
}
