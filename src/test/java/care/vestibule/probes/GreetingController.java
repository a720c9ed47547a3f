package care.vestibule.probes;

import org.springframework.stereotype.Controller;

/** Abstract, so that no application on the tests' class path takes it for its own. */
@Controller
abstract class GreetingController {}
