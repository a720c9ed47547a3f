package care.vestibule.process;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The workers of Vestibule, found as Spring finds them; those of tests are not among them. */
final class Workers {

  private Workers() {}

  static List<Class<?>> all() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ForJobType.class));
    return scanner.findCandidateComponents("care.vestibule").stream()
        .map(BeanDefinition::getBeanClassName)
        .<Class<?>>map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
        .filter(worker -> !locationOf(worker).contains("test-classes"))
        .toList();
  }

  static JobType served(Class<?> worker) {
    return Objects.requireNonNull(worker.getAnnotation(ForJobType.class)).value();
  }

  private static String locationOf(Class<?> worker) {
    return worker.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
