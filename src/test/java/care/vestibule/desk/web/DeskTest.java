package care.vestibule.desk.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs a test at the desk, over real HTTP and on a real database. */
@SpringBootTest(
    classes = DeskTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "vestibule.base-url=http://localhost:8080",
      "vestibule.invitation.code.poll=PT1H"
    })
@Import(DeskFixture.class)
@Retention(RetentionPolicy.RUNTIME)
@interface DeskTest {}
