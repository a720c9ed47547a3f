package care.vestibule;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the house: portal, agent, or both, as {@code vestibule.roles} says. */
// Two rooms may each have an Inbox: a bean is named by its whole class name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class VestibuleApplication {

  /** Starts the application. */
  public static void main(String[] args) {
    SpringApplication.run(VestibuleApplication.class, args);
  }
}
