package care.vestibule.invitation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs a test in the module of the invitations, over real HTTP and on a real database. */
@SpringBootTest(
    classes = InvitationTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "vestibule.base-url=https://portal.example",
      "vestibule.invitation.code.gap=PT0S",
      "vestibule.invitation.code.poll=PT0.05S"
    })
@Import(InvitationFixture.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface InvitationTest {}
