package care.vestibule.identity.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs a test against the doors of Vestibule, over real HTTP and on a real database. */
@SpringBootTest(
    classes = IdentityTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"vestibule.base-url=http://localhost:8080", "debug=false"})
@Retention(RetentionPolicy.RUNTIME)
@interface IdentityTest {}
