package care.vestibule;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the house: portal, agent, or both, as {@code vestibule.roles} says. */
@SpringBootApplication
public class VestibuleApplication {

  /** Starts the application. */
  public static void main(String[] args) {
    SpringApplication.run(VestibuleApplication.class, args);
  }
}
