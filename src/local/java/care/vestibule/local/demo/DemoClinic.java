package care.vestibule.local.demo;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.Patients;
import care.vestibule.local.LocalStack;
import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database once, the way a clinic would: over the FHIR API, with an API key.
 *
 * <p>Each step looks first whether it is done, so that a start that was killed is finished by the
 * next one.
 */
@Component
@Profile("local")
public final class DemoClinic {

  private static final Identifier FRANCISCO =
      new Identifier(
          "https://github.com/synthetichealth/synthea", "8ffab79d-f545-1c67-9c93-30955daad494");
  private static final Identifier ZAVALA =
      new Identifier("http://hl7.org/fhir/sid/us-npi", "9999940999");

  private final LocalStack stack;
  private final Clinics clinics;
  private final DemoPeople people;
  private final DemoKey key;
  private final Patients patients;
  private final HealthcareProfessionals professionals;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;

  DemoClinic(
      LocalStack stack,
      Clinics clinics,
      DemoPeople people,
      DemoKey key,
      Patients patients,
      HealthcareProfessionals professionals,
      CurrentClinic current,
      PlatformTransactionManager transactions) {
    this.stack = stack;
    this.clinics = clinics;
    this.people = people;
    this.key = key;
    this.patients = patients;
    this.professionals = professionals;
    this.current = current;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * How to get into the demo clinic, which is made if there is no clinic at all; nothing if demo
   * data is switched off, or the clinics are somebody's own. Call it when the web server answers.
   */
  public Optional<DemoAccess> open() {
    var known = transactions.execute(status -> clinics.all());
    boolean ours = known.stream().allMatch(clinic -> clinic.id().equals(DemoAccess.CLINIC));
    if (!stack.settings().demo() || !ours) {
      return Optional.empty();
    }
    if (known.isEmpty()) {
      transactions.executeWithoutResult(status -> clinics.save(clinic()));
    }
    var apiKey = inClinic(key::get);
    if (findFrancisco().isEmpty()) {
      load(new DemoImport(stack.settings().ports().web(), apiKey));
    }
    return findFrancisco().map(found -> found.withKey(apiKey));
  }

  private void load(DemoImport bundles) {
    bundles.post("clinic");
    inClinic(people::openAccounts);
    people.awaitKeys();
    // Francisco comes last: that he is there says that everybody is.
    for (var name : List.of("alphonse-graham", "fredia-stoltenberg", "francisco-ocampo")) {
      bundles.post(name);
    }
  }

  private Optional<DemoAccess> findFrancisco() {
    return inClinic(
        () ->
            patients
                .findByIdentifier(FRANCISCO)
                .map(
                    patient ->
                        new DemoAccess(
                            DemoAccess.CLINIC,
                            "",
                            patient.id(),
                            professionals.findByIdentifier(ZAVALA).orElseThrow().id())));
  }

  private <T> T inClinic(Supplier<T> work) {
    return current.during(DemoAccess.CLINIC, () -> transactions.execute(status -> work.get()));
  }

  private static Clinic clinic() {
    return new Clinic(
        DemoAccess.CLINIC,
        "Fitchburg Outpatient Clinic",
        "Fitchburg Record",
        "US",
        16,
        true,
        false);
  }
}
