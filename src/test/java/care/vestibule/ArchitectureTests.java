package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("care.vestibule");

  static Stream<Arguments> rulesAndWhoBreaksThem() {
    return Stream.of(
        Arguments.of("TalksToTheEngine", Rules.onlyProcessKnowsTheEngine()),
        Arguments.of("TalksToTwilio", Rules.onlyMessagingKnowsTwilio()),
        Arguments.of("AnswersInHttp", Rules.onlyWebKnowsHttp()),
        Arguments.of("GreetingController", Rules.controllersAreApisOrPages()),
        Arguments.of("ServesAJob", Rules.whatServesAJobIsAWorker()),
        Arguments.of("LooksAtTheWall", Rules.timeComesFromTheClock()),
        Arguments.of("MakesItsOwnCipher", Rules.onlyCryptoMakesCiphers()),
        Arguments.of("IsFilledFromOutside", Rules.fieldsAreFilledByConstructors()),
        Arguments.of("Sleeps", Rules.nobodySleeps()),
        Arguments.of("Prints", Rules.nobodyPrints()));
  }

  @ParameterizedTest
  @MethodSource("rulesAndWhoBreaksThem")
  void noClassBreaksTheRuleAndTheProbeDoes(String probe, ArchRule rule) throws Exception {
    var breaker =
        new ClassFileImporter().importClasses(Class.forName("care.vestibule.probes." + probe));

    rule.check(CLASSES);
    assertThatThrownBy(() -> rule.check(breaker)).isInstanceOf(AssertionError.class);
  }

  @Test
  void modulesUseEachOtherOnlyAlongTheirArrows() {
    ApplicationModules.of(VestibuleApplication.class).verify();
  }

  @Test
  void aModuleWithoutAnArrowIsFound() {
    var modules =
        ApplicationModules.of("care.vestibule.probes.modules", (ImportOption) location -> true);

    assertThat(modules.detectViolations().getMessages())
        .anyMatch(message -> message.contains("'caller' depends on module 'hidden'"));
  }
}
