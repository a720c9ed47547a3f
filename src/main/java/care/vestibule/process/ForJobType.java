package care.vestibule.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which job type a worker serves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ForJobType {

  /** The job type. */
  JobType value();

  /**
   * Whether the registry opens one transaction around the worker and its inbox record. A worker
   * with effects outside of the database says {@code false} and is then called again after a crash,
   * so it must find out for itself what it did already.
   */
  boolean transactional() default true;
}
