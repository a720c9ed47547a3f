package care.vestibule.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundTripTests {

  private final SecureRandom random = new SecureRandom();
  private final PartyKeyPair doctor = PartyKeyPair.generate(random);
  private final PartyKeyPair patient = PartyKeyPair.generate(random);
  private final UUID clinic = UUID.randomUUID();
  private final ExchangeHeader pair =
      new ExchangeHeader(
          clinic, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Instant.now());

  @Test
  void aRecordSealedByTheDoctorOpensForThePatient() {
    var entity = new EntityHeader(clinic, UUID.randomUUID(), "Condition", 1);
    try (var content = ContentKey.generate(random);
        var exchange = ExchangeKey.generate(random)) {
      var envelope = ContentEnvelope.seal(content, entity, "Hypertension".getBytes(UTF_8), random);
      var delegation = delegationOf(entity, content);
      var wrapped = exchange.wrap(content, delegation, random);
      var record = ExchangeRecord.decode(sealed(exchange));

      assertThat(record.isSignedBy(doctor.publicKey().signing())).isTrue();
      assertThat(record.isSignedBy(patient.publicKey().signing())).isFalse();
      var key = record.open(patient).unwrap(wrapped, delegation);
      assertThat(ContentEnvelope.open(key, entity, envelope))
          .asString(UTF_8)
          .isEqualTo("Hypertension");
    }
  }

  @Test
  void aStrangerOpensNothing() {
    var stranger = PartyKeyPair.generate(random);
    var record = ExchangeRecord.decode(sealed(ExchangeKey.generate(random)));

    assertThatThrownBy(() -> record.open(stranger))
        .isInstanceOfSatisfying(
            CryptoRefusal.class,
            refusal ->
                assertThat(refusal.reason()).isEqualTo(CryptoRefusal.Reason.NOT_A_RECIPIENT));
  }

  @Test
  void aKeyClaimIsProvenOnlyWithTheBindOfItsLink() {
    var invitation = UUID.randomUUID();
    var key = InvitationKey.of(new byte[32]);
    var claim = new KeyClaim(clinic, invitation, 1, patient.publicKey());
    var mac = claim.mac(key.bind(invitation, 1));

    assertThat(claim.isProvenBy(mac, key.bind(invitation, 1))).isTrue();
    assertThat(claim.isProvenBy(mac, key.bind(invitation, 2))).isFalse();
    assertThat(
            new KeyClaim(clinic, invitation, 1, doctor.publicKey())
                .isProvenBy(mac, key.bind(invitation, 1)))
        .isFalse();
  }

  @Test
  void aFingerprintHasThirtyDigitsInSixGroups() {
    assertThat(patient.publicKey().fingerprint()).matches("\\d{5}( \\d{5}){5}");
  }

  private byte[] sealed(ExchangeKey exchange) {
    return ExchangeRecord.seal(
        pair, exchange, List.of(doctor.publicKey(), patient.publicKey()), doctor, random);
  }

  private DelegationHeader delegationOf(EntityHeader entity, ContentKey content) {
    return new DelegationHeader(
        clinic,
        entity.entity(),
        entity.type(),
        content.id(),
        pair.exchange(),
        pair.delegator(),
        pair.delegate(),
        Permission.READ);
  }
}
