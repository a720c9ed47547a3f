package care.vestibule.probes;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class IsFilledFromOutside {

  @Autowired @Nullable Clock clock;
}
