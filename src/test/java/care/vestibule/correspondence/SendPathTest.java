package care.vestibule.correspondence;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs a test on the whole way of a message. */
@SpringBootTest(
    classes = SendPathTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "vestibule.base-url=https://portal.example",
      "vestibule.invitation.code.gap=PT0S",
      // Sent when a test says so, not when time has passed.
      "vestibule.invitation.code.poll=PT24H",
      "vestibule.messaging.report-poll=PT0.05S",
      "vestibule.messaging.sender-address=no-reply@portal.example",
      "vestibule.messaging.letters=target/letters",
      "spring.mail.host=127.0.0.1",
      "spring.mail.properties.mail.smtp.timeout=500",
      "vestibule.twilio.account-sid=AC1",
      "vestibule.twilio.auth-token=token",
      "vestibule.twilio.from=+15005550006"
    })
@Import(SendPathFixture.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface SendPathTest {}
