package care.vestibule.zone;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads {@code vestibule.roles}, a comma-separated list of zone names. */
final class ZoneCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var wanted = metadata.getAnnotations().get(OnlyIn.class).getEnum("value", Zone.class);
    var roles = context.getEnvironment().getProperty("vestibule.roles", "portal,agent");
    return Arrays.stream(roles.split(",", -1))
        .map(role -> Zone.valueOf(role.strip().toUpperCase(Locale.ROOT)))
        .anyMatch(wanted::equals);
  }
}
