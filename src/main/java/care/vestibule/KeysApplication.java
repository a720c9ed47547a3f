package care.vestibule;

import care.vestibule.custody.KeyCommands;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The modules the commands for keys need: a backup reads no database, and no command reads a secret
 * it has no use for.
 *
 * <p>Not a configuration by annotation, so that Vestibule does not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {
      "care.vestibule.tenancy",
      "care.vestibule.audit",
      "care.vestibule.directory",
      "care.vestibule.records",
      "care.vestibule.custody",
      "care.vestibule.sharing"
    },
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.(web|jobs|fhir)\\..*|.*(Schedule|RevocationRun|EndedHoldBackSharing)"))
@Import({SecretsConfiguration.class, TimeConfiguration.class})
final class KeysApplication {

  static final String WORD = "keys";

  private KeysApplication() {}

  /** Runs the command that follows the first word, and gives back its exit code. */
  static int run(String[] args) {
    return CommandLine.run(
        KeysApplication.class,
        args,
        (context, words, out, err) ->
            context.getBean(KeyCommands.class).run(words, out, err).number());
  }
}
