package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.crypto.Suite;
import care.vestibule.custody.ExitCode;
import care.vestibule.custody.KeyCommands;
import care.vestibule.custody.PrivateKeys;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.records.Exchange;
import care.vestibule.records.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@SharingTest
class HcpKeyRotationTests {

  @Autowired private SharingFixture ward;
  @Autowired private HcpKeyRotation rotation;
  @Autowired private KeyCommands commands;
  @Autowired private PrivateKeys custody;
  @Autowired private IntakeSignature intake;
  @Autowired private Sharing sharing;
  @Autowired private PublicKeys publicKeys;
  @Autowired private Records records;
  @Autowired private AuditLog audit;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private final UUID invitation = UUID.randomUUID();

  @BeforeEach
  void aPatientOfADoctor() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    device = ward.enrol(patient, invitation);
  }

  @Test
  void afterARotationEverythingIsSealedToTheNewKeyAndWhatWasSharedStaysReadable() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    share(approved());
    var former = activeKey();

    var outcome = rotation.rotate(clinic.id(), doctor.id(), Suite.X_WING);

    var active = activeKey();
    assertThat(outcome).isEqualTo(new HcpKeyRotation.Outcome(true, 2, 0));
    assertThat(active).isNotEqualTo(former);
    assertThat(stateOf(former)).isEqualTo(KeyState.RETIRED);
    assertThat(exchanges())
        .hasSize(2)
        .allMatch(record -> record.isSealedTo(active.id()) && !record.isSealedTo(former.id()))
        .allMatch(record -> record.isSignedBy(active.signing()));
    assertThat(ward.read(patient, device)).containsExactly("asthma");
  }

  @Test
  void whatWasSealedToTheOldKeyIsSharedWithANewPatientsKeyAfterwards() {
    ward.know(patient, "Condition", "before", doctor.id());
    rotation.rotate(clinic.id(), doctor.id(), Suite.X_WING);
    ward.know(patient, "Condition", "after", doctor.id());

    var report = share(approved());

    assertThat(report.isComplete()).isTrue();
    assertThat(ward.read(patient, device)).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void aShareThatTookItsKeysBeforeTheRotationGoesOn() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    var approval = approved();
    share(approval);
    ward.know(patient, "Condition", "eczema", doctor.id());
    try (var keys = ward.at(clinic, () -> custody.open(doctor.id()))) {
      rotation.rotate(clinic.id(), doctor.id(), Suite.X_WING);

      var read =
          ward.in(
              patient,
              () -> {
                var held =
                    records.heldButNotShared(
                        patient.id(), doctor.id(), patient.id().value(), Records.BEFORE_ALL, 9);
                try (var opened = new HcpContentKeys(clinic.id(), records, keys, intake)) {
                  return held.stream().map(one -> opened.open(one).id()).toList();
                }
              });

      assertThat(read).hasSize(1);
    }
  }

  @Test
  void aRotationThatBreaksInTheMiddleGoesOnWithTheSameNewKey() {
    for (int i = 0; i < 103; i++) {
      ward.know(patient, "Observation", "sample " + i, doctor.id());
    }
    breakAt(lastExchange());
    try {
      assertThatThrownBy(() -> rotation.rotate(clinic.id(), doctor.id(), Suite.X_WING))
          .isInstanceOf(DataAccessException.class);
    } finally {
      ward.asSuperuser("drop trigger break_at on exchange; drop function break_at_exchange()");
    }
    var made = activeKey();
    assertThat(share(approved()).dataSamples().modified()).isEqualTo(103);

    var rest = rotation.rotate(clinic.id(), doctor.id(), Suite.X_WING);

    assertThat(rest).isEqualTo(new HcpKeyRotation.Outcome(false, 3, 0));
    assertThat(activeKey()).isEqualTo(made);
    assertThat(exchanges()).allMatch(record -> record.isSealedTo(made.id()));
    assertThat(ward.read(patient, device)).hasSize(103);
  }

  @Test
  void aRecordThatWasChangedIsNotSignedAnewAndTheAlarmStands() {
    ward.know(patient, "Condition", "asthma", doctor.id());
    ward.asSuperuser(
        """
        update exchange set record = set_byte(record, length(record) - 1,
          get_byte(record, length(record) - 1) # 1) where delegate = '%s'
        """
            .formatted(doctor.id()));

    var outcome = rotation.rotate(clinic.id(), doctor.id(), Suite.X_WING);

    assertThat(outcome).isEqualTo(new HcpKeyRotation.Outcome(true, 0, 1));
    assertThat(
            ward.in(
                patient,
                () -> audit.alarms(clinic.id()).stream().map(one -> one.event().action()).toList()))
        .containsExactly(Alarm.RECORD_TAMPERED.name());
    assertThat(share(approved()).isComplete()).isFalse();
  }

  @Test
  void theCommandSaysWhatItDidAndRefusesAProfessionalWithoutAKey() {
    var out = new ArrayList<String>();
    var err = new ArrayList<String>();
    var words = List.of("rotate-hcp", clinic.id().toString(), doctor.id().toString());

    assertThat(commands.run(words, out::add, err::add)).isEqualTo(ExitCode.DONE);
    assertThat(out).containsExactly("new key made; 0 exchanges sealed to the new key, 0 refused");

    var nobody = List.of("rotate-hcp", clinic.id().toString(), UUID.randomUUID().toString());
    assertThat(commands.run(nobody, out::add, err::add)).isEqualTo(ExitCode.REFUSED);
    assertThat(err).containsExactly("The professional has no active key in the clinic's keystore.");
    assertThat(commands.run(List.of("rotate-hcp", "x", "y"), out::add, err::add))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aProfessionalWithoutAKeyHasNothingToRotate() {
    var other = ward.aClinic();
    var without = ward.aDoctorWithoutKey(other);

    assertThatThrownBy(() -> rotation.rotate(other.id(), without.id(), Suite.X_WING))
        .isInstanceOf(Incident.class)
        .hasMessage("HCP_KEY_MISSING");
  }

  private void breakAt(UUID exchange) {
    ward.asSuperuser(
        """
        create function break_at_exchange() returns trigger language plpgsql as $$
        begin
          if new.exchange_id = '%s' then raise exception 'broken on purpose'; end if;
          return new;
        end $$;
        create trigger break_at before update on exchange
          for each row execute function break_at_exchange()
        """
            .formatted(exchange));
  }

  private UUID lastExchange() {
    return ward.in(patient, this::stored).getLast().id();
  }

  private List<ExchangeRecord> exchanges() {
    return ward.in(patient, this::stored).stream()
        .map(one -> ExchangeRecord.decode(one.encoded()))
        .toList();
  }

  private List<Exchange> stored() {
    return records.lockExchangesOf(doctor.id().value(), Records.BEFORE_ALL, 1000);
  }

  private PartyPublicKey activeKey() {
    return ward.in(patient, () -> publicKeys.activeOf(doctor.id().value())).orElseThrow().key();
  }

  private KeyState stateOf(PartyPublicKey key) {
    return ward.in(patient, () -> publicKeys.byId(key.id())).orElseThrow().state();
  }

  private AccessRequestId approved() {
    var asked = ward.ask(patient, invitation, doctor);
    return ward.approve(patient, asked, doctor, device);
  }

  private SharingReport share(AccessRequestId approval) {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
  }
}
