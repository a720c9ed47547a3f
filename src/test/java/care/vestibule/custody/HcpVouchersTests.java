package care.vestibule.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.records.IntakeRefusal;
import care.vestibule.sharing.SharingFixture;
import care.vestibule.sharing.SharingTest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SharingTest
class HcpVouchersTests {

  @Autowired private SharingFixture ward;
  @Autowired private HcpVouchers vouchers;
  @Autowired private AuditLog audit;
  @Autowired private TransactionTemplate transactions;

  @Test
  void nothingIsSealedToAKeyThatSomebodyPutInThePlaceOfAProfessionals() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctor(clinic);
    putInPlace(doctor, PartyKeyPair.generate(new SecureRandom()));

    refuses(clinic, doctor);

    vouchers.renew(clinic.id());
    assertThat(alarms(clinic)).containsExactly("KEY_SWAPPED NOT_IN_KEYSTORE");
  }

  @Test
  void theAgentVouchesForNoKeyItDoesNotHoldAndSaysSoOnce() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctor(clinic);
    putInPlace(doctor, PartyKeyPair.generate(new SecureRandom()));
    takeVoucher(doctor);

    vouchers.renew(clinic.id());
    vouchers.renew(clinic.id());

    refuses(clinic, doctor);
    assertThat(alarms(clinic)).containsExactly("KEY_SWAPPED NOT_IN_KEYSTORE");
  }

  @Test
  void aKeyOfItsOwnThatHasNoVoucherIsVouchedForAndSealedTo() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctor(clinic);
    takeVoucher(doctor);
    refuses(clinic, doctor);

    vouchers.renew(clinic.id());

    know(clinic, doctor);
    assertThat(alarms(clinic)).isEmpty();
  }

  @Test
  void theVoucherOfAColleagueIsNone() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctor(clinic);
    var colleague = ward.aDoctor(clinic);
    ward.asSuperuser(
        """
        update public_key set voucher = (select voucher from public_key where party = '%s')
        where party = '%s'
        """
            .formatted(colleague.id(), doctor.id()));

    refuses(clinic, doctor);

    know(clinic, colleague);
  }

  private void refuses(Clinic clinic, HealthcareProfessional doctor) {
    assertThatThrownBy(() -> know(clinic, doctor))
        .isInstanceOf(IntakeRefusal.class)
        .hasMessage("NOBODY_HAS_A_KEY");
  }

  private UUID know(Clinic clinic, HealthcareProfessional doctor) {
    return ward.know(ward.aPatient(clinic), "Condition", "asthma", doctor.id());
  }

  private void putInPlace(HealthcareProfessional doctor, PartyKeyPair other) {
    var key = other.publicKey();
    ward.asSuperuser(
        "update public_key set key_id = '\\x%s', encoded = '\\x%s' where party = '%s'"
            .formatted(key.id().hex(), HexFormat.of().formatHex(key.encoded()), doctor.id()));
  }

  private void takeVoucher(HealthcareProfessional doctor) {
    ward.asSuperuser(
        "update public_key set voucher = null where party = '%s'".formatted(doctor.id()));
  }

  private List<String> alarms(Clinic clinic) {
    return ward.at(
        clinic,
        () ->
            transactions.execute(
                status ->
                    audit.alarms(clinic.id()).stream()
                        .map(alarm -> alarm.event().action() + " " + alarm.event().detailCode())
                        .toList()));
  }
}
