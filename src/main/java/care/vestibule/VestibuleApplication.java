package care.vestibule;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Vestibule: portal, agent, or both, as {@code vestibule.roles} says.
 *
 * <p>With {@code keys} or {@code projection} as the first argument it is a command that ends by
 * itself instead.
 */
// Two modules may each have an Inbox: a bean is named by its whole class name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class VestibuleApplication {

  /** Starts the application. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(KeysApplication.WORD)) {
      System.exit(KeysApplication.run(args));
    }
    if (args.length > 0 && args[0].equals(ProjectionApplication.WORD)) {
      System.exit(ProjectionApplication.run(args));
    }
    SpringApplication.run(VestibuleApplication.class, args);
  }
}
