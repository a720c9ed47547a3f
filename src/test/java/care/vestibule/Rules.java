package care.vestibule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import care.vestibule.process.ForJobType;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import javax.crypto.Cipher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

/** What no class of Vestibule does. */
final class Rules {

  private Rules() {}

  static ArchRule onlyProcessKnowsTheEngine() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("care.vestibule.process..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.camunda.client..");
  }

  static ArchRule onlyMessagingKnowsTwilio() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("care.vestibule.messaging..", "care.vestibule.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.twilio..");
  }

  /** Refusals are values of a module; only its pages and APIs say them in HTTP. */
  static ArchRule onlyWebKnowsHttp() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("..web..", "care.vestibule.local..", "care.vestibule.telemetry..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.http..");
  }

  static ArchRule controllersAreApisOrPages() {
    return classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .haveSimpleNameEndingWith("Api")
        .orShould()
        .haveSimpleNameEndingWith("Page");
  }

  static ArchRule whatServesAJobIsAWorker() {
    return classes()
        .that()
        .areAnnotatedWith(ForJobType.class)
        .should()
        .haveSimpleNameEndingWith("Worker");
  }

  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("java.time")))
                .and(target(name("now")))
                .and(target(new TakesNoClock())))
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  static ArchRule onlyCryptoMakesCiphers() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("care.vestibule.crypto..")
        .should()
        .callMethodWhere(target(owner(type(Cipher.class))).and(target(name("getInstance"))));
  }

  static ArchRule fieldsAreFilledByConstructors() {
    return noFields()
        .should()
        .beAnnotatedWith(Autowired.class)
        .orShould()
        .beAnnotatedWith(Value.class);
  }

  static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethodWhere(
            target(owner(resideInAPackage("java.util.concurrent"))).and(target(name("sleep"))));
  }

  static ArchRule nobodyPrints() {
    return noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  private static final class TakesNoClock extends DescribedPredicate<CodeUnitCallTarget> {

    TakesNoClock() {
      super("takes no clock");
    }

    @Override
    public boolean test(CodeUnitCallTarget target) {
      return target.getRawParameterTypes().stream()
          .noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
  }
}
