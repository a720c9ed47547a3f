package care.vestibule.sharing;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs a test in the modules of notifications and sharing, over real HTTP and a real database. */
@SpringBootTest(
    classes = SharingTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "vestibule.base-url=https://portal.example",
      "vestibule.sharing.keystores=target/keystores",
      "vestibule.sharing.interval=PT1H",
      "vestibule.sharing.vouching=PT1H"
    })
@Import(SharingFixture.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface SharingTest {}
