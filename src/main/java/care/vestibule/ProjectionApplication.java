package care.vestibule;

import care.vestibule.process.projection.ProjectionCommands;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The modules the commands for the projection need.
 *
 * <p>Not a configuration by annotation, so that Vestibule does not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"care.vestibule.tenancy", "care.vestibule.process.projection"},
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Schedule|Purge)"))
final class ProjectionApplication {

  static final String WORD = "projection";

  private ProjectionApplication() {}

  /** Runs the command that follows the first word, and gives back its exit code. */
  static int run(String[] args) {
    return CommandLine.run(
        ProjectionApplication.class,
        args,
        (context, words, out, err) ->
            context.getBean(ProjectionCommands.class).run(words, out, err));
  }
}
