package care.vestibule.sharing;

import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.IntakeSigner;
import care.vestibule.process.Incident;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows the key with which the clinic's intake signs, so that nobody else can plant data.
 *
 * <p>Sealing to a public key authenticates nobody: without the signature, whoever writes to the
 * database could make an agent hand a forged record to a patient.
 */
@Component
@OnlyIn(Zone.AGENT)
class IntakeSignature {

  private final Optional<byte[]> publicKey;

  /**
   * @param configured the intake's Ed25519 public key, 64 hex digits, where the intake runs in
   *     another process
   */
  IntakeSignature(
      @Value("${vestibule.sharing.intake-public-key:}") String configured,
      ObjectProvider<IntakeSigner> intake) {
    this.publicKey =
        configured.isBlank()
            ? intake.stream().findFirst().map(signer -> signer.keyPair().publicKey().signing())
            : Optional.of(HexFormat.of().parseHex(configured));
  }

  /**
   * Whether the intake signed the record.
   *
   * @throws Incident {@code INTAKE_KEY_UNKNOWN} if this agent was not told the intake's key
   */
  boolean isOn(ExchangeRecord record) {
    return record.isSignedBy(publicKey.orElseThrow(() -> new Incident("INTAKE_KEY_UNKNOWN")));
  }
}
