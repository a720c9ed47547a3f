package care.vestibule.bench;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.ContentKey;
import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.Permission;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PublicKeys;
import care.vestibule.records.Delegation;
import care.vestibule.records.IntakeParty;
import care.vestibule.records.StoredEntity;
import care.vestibule.sharing.Sharing;
import care.vestibule.sharing.SharingFixture;
import care.vestibule.sharing.TestPatientDevice;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;

/** A patient of whom one doctor holds very much, and three ways to give it to the patient. */
final class LargeRecord {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] CONTENT = "x".repeat(500).getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final SharingFixture ward;
  private final int entities;
  private final Clinic clinic;
  private final HealthcareProfessional doctor;
  private final Patient patient;
  private final AccessRequestId approval;
  private final BareShare bare;

  LargeRecord(ConfigurableApplicationContext vestibule, int entities) {
    this.ward = vestibule.getBean(SharingFixture.class);
    this.entities = entities;
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    var invitation = UUID.randomUUID();
    TestPatientDevice device = ward.enrol(patient, invitation);
    fill(vestibule.getBean(IntakeSigner.class), vestibule.getBean(PublicKeys.class));
    approval = ward.approve(patient, ward.ask(patient, invitation, doctor), doctor, device);
    bare = new BareShare(clinic.id().value(), doctor.id().value(), patient.id().value());
  }

  /** Shares it as a job does. */
  long share(Sharing sharing) {
    var report = ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
    if (!report.isComplete() || report.dataSamples().modified() != entities) {
      throw new IllegalStateException("Not everything was shared: " + report);
    }
    return entities;
  }

  /** COPY of as many rows of the same table, with a bare decryption and encryption for each. */
  long copyBare() {
    return bare.copy(entities);
  }

  /** A transaction for each entity: read it, decrypt, encrypt, write, commit. */
  long shareOneByOne(int count) {
    return bare.oneByOne(count);
  }

  /** Takes everything back, so that it can be given again. */
  void forget() {
    ward.asSuperuser("delete from delegation where delegate = '%s'".formatted(patient.id()));
    ward.asSuperuser(
        "delete from share_run_parts where notification_id = '%s'".formatted(approval));
    ward.asSuperuser("delete from share_runs where notification_id = '%s'".formatted(approval));
    ward.asSuperuser("vacuum analyze delegation");
  }

  private void fill(IntakeSigner intake, PublicKeys keys) {
    var key = ward.at(clinic, () -> ward.in(patient, () -> keys.activeOf(doctor.id().value())));
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var exchange = UUID.randomUUID();
    var from = IntakeParty.of(clinic.id());
    var header = new ExchangeHeader(clinic.id().value(), exchange, from, doctor.id().value(), now);
    try (var exchangeKey = ExchangeKey.generate(random)) {
      var record =
          ExchangeRecord.seal(
              header, exchangeKey, List.of(key.orElseThrow().key()), intake.keyPair(), random);
      var entityRows = new StringBuilder();
      var rights = new StringBuilder();
      copy(
          "exchange (clinic_id, exchange_id, delegator, delegate, record, created_at)",
          "%s\t%s\t%s\t%s\t\\\\x%s\t%s\n"
              .formatted(clinic.id(), exchange, from, doctor.id(), HEX.formatHex(record), now));
      for (int i = 1; i <= entities; i++) {
        try (var content = ContentKey.generate(random)) {
          var bareEntity =
              new StoredEntity(
                  UUID.randomUUID(),
                  patient.id(),
                  "Observation",
                  1,
                  content.id(),
                  new byte[0],
                  Optional.empty());
          var stored =
              bareEntity.sealedAs(
                  ContentEnvelope.seal(content, bareEntity.header(clinic.id()), CONTENT, random));
          var right =
              new Delegation(
                  stored.id(),
                  "Observation",
                  content.id(),
                  exchange,
                  from,
                  doctor.id().value(),
                  Permission.WRITE,
                  new byte[0]);
          entityRows.append(
              "%s\t%s\t%s\tDATA_SAMPLE\tObservation\t1\t\\\\x%s\t\\\\x%s\t\\\\x%s\t%s\t%s\n"
                  .formatted(
                      clinic.id(),
                      stored.id(),
                      patient.id(),
                      content.id().hex(),
                      HEX.formatHex(stored.envelope()),
                      "00".repeat(32),
                      now,
                      now));
          rights.append(
              "%s\t%s\t%s\t%s\t%s\t\\\\x%s\tWRITE\t\\\\x%s\t%s\n"
                  .formatted(
                      clinic.id(),
                      stored.id(),
                      doctor.id(),
                      exchange,
                      from,
                      content.id().hex(),
                      HEX.formatHex(exchangeKey.wrap(content, right.header(clinic.id()), random)),
                      now));
        }
        if (i % 5000 == 0 || i == entities) {
          copy(
              "entity (clinic_id, entity_id, patient_id, kind, fhir_type, version, content_key_id,"
                  + " envelope, source_hash, created_at, updated_at)",
              entityRows.toString());
          copy(BareShare.COLUMNS, rights.toString());
          entityRows.setLength(0);
          rights.setLength(0);
        }
      }
    }
    ward.asSuperuser("vacuum analyze");
  }

  static void copy(String into, String rows) {
    try (var connection = TestDatabase.get().superuser()) {
      var copied =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + into + " from stdin", new java.io.StringReader(rows));
      if (copied == 0) {
        throw new IllegalStateException("Nothing was copied");
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
