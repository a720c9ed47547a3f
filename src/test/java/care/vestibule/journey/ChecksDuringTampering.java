package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.BusinessFailure;
import care.vestibule.process.Incident;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;

/** A patient who reads, an agent that shares, a sign-in and a recovery: all while rows change. */
final class ChecksDuringTampering {

  private final TestInstallation vestibule;
  private final Tampering database;
  private final PatientDevice device;
  private final RecordCheck check;
  private final UUID patient;
  private final UUID doctor;
  private final UUID request;
  private final String entity;
  private final Set<String> contents;

  /** One patient whose journey has come to the end, so that everything is there to be changed. */
  ChecksDuringTampering(TestInstallation vestibule, String npi, Tampering database) {
    var clinic = vestibule.clinicSystem();
    this.vestibule = vestibule;
    this.database = database;
    var small = SmallPatient.of(npi);
    patient = small.importedBy(clinic);
    var invitation = clinic.invites(patient, vestibule.demo().doctor().value());
    device = new PatientDevice(vestibule.address());
    device.enrolsWithoutCode(
        new PatientMailbox(vestibule.address(), small.email(), "").awaitsLink(1));
    var person = vestibule.doctor(npi);
    request = person.awaitsRequestOf(patient);
    person.approves(request);
    clinic.awaitsOutcome(invitation, "all-shared");
    doctor =
        database.one(
            "select doctor from decisions where notification_id = '%s'".formatted(request),
            UUID.class);
    check = new RecordCheck(device);
    var whole = check.look();
    assertThat(whole.refusals()).isEmpty();
    contents = whole.opened();
    assertThat(contents).hasSize(3);
    entity =
        database.one(
            "select entity_id::text from entity where patient_id = '%s' and fhir_type = 'Observation'"
                .formatted(patient),
            String.class);
  }

  /** The rows of this journey in which something is changed, under the names of the list. */
  Map<String, String> rows() {
    var rows = new LinkedHashMap<String, String>();
    rows.put("public_key/patient", "party = '%s'".formatted(patient));
    rows.put("public_key/doctor", "party = '%s' and state = 'ACTIVE'".formatted(doctor));
    rows.put(
        "exchange/intake",
        "exchange_id = (select exchange_id from delegation where entity_id = '%s' and delegate = '%s')"
            .formatted(entity, doctor));
    rows.put("exchange/share", "delegate = '%s'".formatted(patient));
    rows.put("delegation/doctor", "entity_id = '%s' and delegate = '%s'".formatted(entity, doctor));
    rows.put(
        "delegation/patient", "entity_id = '%s' and delegate = '%s'".formatted(entity, patient));
    rows.put("entity", "entity_id = '%s'".formatted(entity));
    rows.put("share_manifest", "patient_id = '%s'".formatted(patient));
    rows.put("share_keys", "patient_id = '%s'".formatted(patient));
    rows.put("share_runs", "notification_id = '%s'".formatted(request));
    rows.put(
        "share_run_parts", "notification_id = '%s' and kind = 'DATA_SAMPLE'".formatted(request));
    rows.put("notifications", "id = '%s'".formatted(request));
    rows.put("decisions", "notification_id = '%s'".formatted(request));
    var key = device.keys().publicKey().id().hex();
    rows.put("device_login", "key_id = '\\x%s'".formatted(key));
    rows.put("key_backup", "key_id = '\\x%s'".formatted(key));
    return rows;
  }

  /** What each of them sees with one value changed; "-" if all is as before. */
  String seenWith(String table, String row, String column, String type, String where) {
    try {
      database.change(table, row, column, type, where);
    } catch (DataAccessException refused) {
      return "database";
    }
    try {
      var seen = new ArrayList<String>();
      add(seen, "patient", read(), "");
      add(seen, "agent", share(), "");
      add(seen, "intake", vestibule.backstage().wouldSealFor(patient, doctor) ? "" : "NO KEY", "");
      add(seen, "sign-in", "" + device.signsIn().statusCode(), "200");
      add(seen, "backup", device.bringsBackKeys(), "same");
      return seen.isEmpty() ? "-" : String.join(", ", seen);
    } finally {
      database.putBack(table);
      assertThat(device.signsIn().statusCode()).isEqualTo(200);
    }
  }

  private static void add(List<String> seen, String who, String what, String usual) {
    if (!what.equals(usual)) {
      seen.add(who + " " + what);
    }
  }

  private String read() {
    var verdict = check.look();
    assertThat(contents).as("nothing false is read").containsAll(verdict.opened());
    if (verdict.refusals().isEmpty() && !verdict.opened().equals(contents)) {
      return "MISSED " + verdict.opened().size();
    }
    return String.join("+", verdict.refusals());
  }

  private String share() {
    database.run(
        "delete from delegation where entity_id = '%s' and delegate = '%s'"
            .formatted(entity, patient));
    var before = database.one("select coalesce(max(position), 0) from audit_event", Long.class);
    var outcome = shareOutcome();
    var alarms =
        String.join(
            "+",
            database.all(
                "select distinct action from audit_event where position > %d and action in ('KEY_SWAPPED', 'SHARE_REFUSED', 'RECORD_TAMPERED') order by 1"
                    .formatted(before)));
    var seen = outcome + (alarms.isEmpty() ? "" : " with " + alarms);
    return seen.equals("gave 1") ? "" : seen;
  }

  private String shareOutcome() {
    try {
      var report = vestibule.backstage().sharesAgain(patient, doctor, request);
      if (!report.isComplete()) {
        return List.of(report.patientRecord(), report.healthcareElements(), report.dataSamples())
            .stream()
            .flatMap(part -> part.error().stream())
            .distinct()
            .reduce("INCOMPLETE", (a, b) -> a + " " + b);
      }
      return "gave " + report.dataSamples().modified();
    } catch (Incident | BusinessFailure refused) {
      return Objects.requireNonNull(refused.getMessage());
    } catch (RuntimeException unnamed) {
      return "UNNAMED " + unnamed;
    }
  }
}
