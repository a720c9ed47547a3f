package care.vestibule.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Pepper;
import care.vestibule.directory.ClinicParts;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.directory.PublicKeys;
import care.vestibule.records.HolderKeys;
import care.vestibule.records.Intake;
import care.vestibule.records.ReadableEntity;
import care.vestibule.records.Records;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.ClinicTransactionManager;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;

/** A clinic of its own, an import on the real database, and eyes to see what it did. */
public final class ImportFixture {

  /** The system of the professionals' identifiers. */
  public static final String NPI = "http://hl7.org/fhir/sid/us-npi";

  static final String ZAVALA = "9999940999";
  static final String POLLICH = "9999986893";

  /** Reads and writes. */
  // Made once: reading the definitions of FHIR takes longer than most tests.
  public static final FhirFormat FORMAT = new FhirFormat();

  private final TestDatabase database = TestDatabase.get();
  private final SecureRandom random = new SecureRandom();
  private final PartyKeyPair signer = PartyKeyPair.generate(random);
  private final Clock clock = Clock.systemUTC();
  final Fixtures fixtures = new Fixtures(database);

  /** The clinic. */
  public final ClinicId clinic = fixtures.aClinic().id();

  final Records records = new Records(database.jdbc(), clock);
  final HealthcareProfessionals professionals =
      new HealthcareProfessionals(database.jdbc(), event -> {});
  final Patients patients = new Patients(database.jdbc());
  private final KeyVouchers vouchers = new KeyVouchers(database.jdbc(), Pepper.of(new byte[32]));
  private final FhirImport bundles =
      new FhirImport(
          FORMAT,
          new ClinicTransactionManager(database.dataSource(), database.clinic()),
          database.clinic(),
          new ClinicParts(database.jdbc()),
          professionals,
          patients,
          new Intake(
              database.jdbc(),
              new HolderKeys(new PublicKeys(database.jdbc()), vouchers),
              new IntakeSigner(signer),
              Pepper.of(new byte[32]),
              random,
              clock),
          Pepper.of(new byte[32]),
          new AuditLog(database.jdbc(), database.clinic(), clock),
          clock);

  /** A bundle of the test resources. */
  public static String file(String name) {
    try (var in = ImportFixture.class.getResourceAsStream("/fhir/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The import. */
  public FhirImport bundles() {
    return bundles;
  }

  FhirAnswer send(String json) {
    return send(json, Optional.empty());
  }

  FhirAnswer send(String json, Optional<HcpId> importing) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    return database.clinic().during(clinic, () -> bundles.receive(body, importing, "system:test"));
  }

  /** Sends it and requires that every entry is taken. */
  Bundle accepted(String json) {
    var answer = send(json);
    assertThat(answer.status()).as(FORMAT.write(answer.body())).isEqualTo(200);
    var bundle = (Bundle) answer.body();
    assertThat(bundle.getEntry())
        .as(FORMAT.write(bundle))
        .allMatch(entry -> entry.getResponse().getStatus().startsWith("20"));
    return bundle;
  }

  static OperationOutcome outcome(Bundle answer, int index) {
    return (OperationOutcome) answer.getEntry().get(index).getResponse().getOutcome();
  }

  static String text(FhirAnswer answer) {
    return FORMAT.write(answer.body());
  }

  /** The two who treated Francisco, with keys, by NPI. */
  Map<String, PartyKeyPair> practitionersWithKeys() {
    accepted(file("practitioners.json"));
    var keys = new TreeMap<String, PartyKeyPair>();
    for (var npi : List.of(ZAVALA, POLLICH)) {
      keys.put(npi, keyOf(npi));
    }
    return keys;
  }

  PartyKeyPair keyOf(String npi) {
    var hcp = hcp(npi);
    var pair = fixtures.aKeyOf(clinic, hcp.value(), Optional.empty());
    return fixtures.in(
        clinic,
        () -> {
          vouchers.give(clinic, hcp, pair.publicKey().id());
          return pair;
        });
  }

  HcpId hcp(String npi) {
    return fixtures
        .in(clinic, () -> professionals.findByIdentifier(new Identifier(NPI, npi)))
        .map(HealthcareProfessional::id)
        .orElseThrow();
  }

  PatientId francisco() {
    return fixtures.in(
        clinic,
        () ->
            patients
                .findByIdentifier(
                    new Identifier(
                        "http://hospital.smarthealthit.org",
                        "8ffab79d-f545-1c67-9c93-30955daad494"))
                .orElseThrow()
                .id());
  }

  List<ReadableEntity> readable(PatientId patient, UUID reader) {
    return fixtures
        .in(clinic, () -> records.readable(patient, reader, Optional.empty(), 1000))
        .entities();
  }

  /** What a reader with this key makes of it: from the database to the clear JSON. */
  String opened(ReadableEntity readable, PartyKeyPair reader) {
    var delegation = readable.delegation();
    var exchange = fixtures.in(clinic, () -> records.exchange(delegation.exchange())).orElseThrow();
    var exchangeRecord = ExchangeRecord.decode(exchange.encoded());
    assertThat(exchangeRecord.isSignedBy(signer.publicKey().signing())).isTrue();
    try (var exchangeKey = exchangeRecord.open(reader);
        var contentKey = exchangeKey.unwrap(delegation.wrapped(), delegation.header(clinic))) {
      var entity = readable.entity();
      var clear = ContentEnvelope.open(contentKey, entity.header(clinic), entity.envelope());
      return new String(clear, StandardCharsets.UTF_8);
    }
  }

  /** Every row of the clinic in these tables, as text, whatever the fence says. */
  List<String> rows(String... tables) {
    var rows = new ArrayList<String>();
    try (var connection = database.superuser()) {
      for (var table : tables) {
        var sql = "select t::text from " + table + " t where clinic_id = ? order by 1";
        try (var statement = connection.prepareStatement(sql)) {
          statement.setObject(1, clinic.value());
          try (var found = statement.executeQuery()) {
            while (found.next()) {
              rows.add(table + found.getString(1));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }
}
