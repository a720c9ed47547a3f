package care.vestibule.journey;

import care.vestibule.VestibuleApplication;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.identity.StaffAccounts;
import care.vestibule.local.LocalStack;
import care.vestibule.local.demo.DemoAccess;
import care.vestibule.local.demo.DemoClinic;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The application with its whole local stack, as the README's command starts it, on free ports. */
final class TestInstallation {

  private static final TestInstallation INSTANCE = new TestInstallation();

  private final ConfigurableApplicationContext context;
  private final LocalStack stack;
  private final DemoAccess demo;

  private TestInstallation() {
    context =
        new SpringApplicationBuilder(VestibuleApplication.class)
            .profiles("local")
            .run(
                "--vestibule.local.directory=" + freshDirectory(),
                "--vestibule.tasks.lease-check=1s",
                "--vestibule.sharing.vouching=1h",
                "--vestibule.tasks.digest="
                    + System.getProperty("vestibule.digest", "*/2 * * * * *"),
                "--vestibule.local.ports.web=0",
                "--vestibule.local.ports.database=0",
                "--vestibule.local.ports.gateway=0",
                "--vestibule.local.ports.broker-rest=0",
                "--vestibule.local.ports.broker-management=0",
                "--vestibule.local.ports.broker-command=0",
                "--vestibule.local.ports.broker-internal=0",
                "--vestibule.local.ports.smtp=0",
                "--vestibule.local.ports.twilio=0");
    stack = context.getBean(LocalStack.class);
    stack.awaitReady(Duration.ofMinutes(2));
    demo = context.getBean(DemoClinic.class).open().orElseThrow();
  }

  /** Vestibule, started at the first call and stopped with the JVM. */
  static TestInstallation open() {
    return INSTANCE;
  }

  URI address() {
    return URI.create("http://localhost:" + stack.settings().ports().web());
  }

  LocalStack stack() {
    return stack;
  }

  DemoAccess demo() {
    return demo;
  }

  ClinicSystem clinicSystem() {
    return new ClinicSystem(address(), demo.apiKey());
  }

  /** Signs in the demo doctor with that national provider identifier. */
  JourneyDoctor doctor(String npi) {
    return new JourneyDoctor(address(), username(npi), DemoAccess.PASSWORD);
  }

  /** The user name of that demo doctor. */
  String username(String npi) {
    return DemoAccess.usernameOf(professional(npi));
  }

  /** The demo doctor with that national provider identifier. */
  HealthcareProfessional professional(String npi) {
    var identifier = new Identifier("http://hl7.org/fhir/sid/us-npi", npi);
    return context
        .getBean(CurrentClinic.class)
        .during(
            demo.clinic(),
            () ->
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                    .execute(
                        status ->
                            context
                                .getBean(HealthcareProfessionals.class)
                                .findByIdentifier(identifier)))
        .orElseThrow();
  }

  /** A patient of these doctors who was invited by the first and has enrolled. */
  UUID patientWhoAsks(SmallPatient patient) {
    var clinicSystem = clinicSystem();
    var id = patient.importedBy(clinicSystem);
    clinicSystem.invites(id, professional(patient.doctors().getFirst()).id().value());
    new PatientDevice(address())
        .enrolsWithoutCode(new PatientMailbox(address(), patient.email(), "").awaitsLink(1));
    return id;
  }

  /** A demo doctor who has no account of their own yet gets one, and signs in. */
  JourneyDoctor newcomer(String npi) {
    var hcp = professional(npi);
    var username = "new." + hcp.id().toString().substring(0, 8);
    var accounts = context.getBean(StaffAccounts.class);
    if (!accounts.isTaken(username)) {
      accounts.createDoctor(demo.clinic(), hcp.id(), username, DemoAccess.PASSWORD);
    }
    return new JourneyDoctor(address(), username, DemoAccess.PASSWORD);
  }

  /** A doctor of another clinic in the same vestibule. */
  JourneyDoctor doctorOfAnotherClinic() {
    var other = new ClinicId(UUID.randomUUID());
    var username = "foreign." + other.toString().substring(0, 8);
    var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    context
        .getBean(CurrentClinic.class)
        .during(
            other,
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      context
                          .getBean(Clinics.class)
                          .save(new Clinic(other, "Other", "Other", "US", 16, true, false));
                      var hcp = new HcpId(UUID.randomUUID());
                      context
                          .getBean(HealthcareProfessionals.class)
                          .save(
                              new HealthcareProfessional(
                                  hcp,
                                  other,
                                  UUID.randomUUID(),
                                  "Dr.",
                                  "Foreign",
                                  "Pat",
                                  Optional.empty(),
                                  List.of(),
                                  UUID.randomUUID()));
                      context
                          .getBean(StaffAccounts.class)
                          .createDoctor(other, hcp, username, DemoAccess.PASSWORD);
                    }));
    return new JourneyDoctor(address(), username, DemoAccess.PASSWORD);
  }

  /** Every method and address pattern Vestibule answers to by code of its own. */
  Set<String> endpoints() {
    var found = new TreeSet<String>();
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.getBeanType().getName().startsWith("care.vestibule.")) {
                for (var pattern : mapping.getPatternValues()) {
                  var methods = mapping.getMethodsCondition().getMethods();
                  methods.forEach(one -> found.add(one + " " + pattern));
                  if (methods.isEmpty()) {
                    found.add("GET " + pattern);
                  }
                }
              }
            });
    return found;
  }

  OperationsUser operations() {
    return new OperationsUser(address(), DemoAccess.OPERATIONS, DemoAccess.PASSWORD);
  }

  /** What goes on behind the pages. */
  AgentAccess backstage() {
    return new AgentAccess(context, demo.clinic(), database());
  }

  /** The database as its superuser sees it: whoever has that much power is the attacker here. */
  JdbcClient database() {
    return JdbcClient.create(
        new DriverManagerDataSource(stack.database().url() + "?user=postgres"));
  }

  /** The file with the doctors' private keys. */
  Path keystore() {
    try (var files = Files.list(stack.settings().directory().resolve("keystores"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path freshDirectory() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "vestibule");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
