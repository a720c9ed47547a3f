package care.vestibule.identity;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.LoginChallenge;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a returning patient in whose device holds the key: no password, nothing to phish. */
@Component
public final class PatientLogin {

  private final LoginChallenges challenges;
  private final DeviceLogins devices;
  private final Users users;
  private final PublicKeys keys;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final TransactionTemplate transaction;
  private final String baseUrl;

  PatientLogin(
      LoginChallenges challenges,
      DeviceLogins devices,
      Users users,
      PublicKeys keys,
      AuditLog audit,
      CurrentClinic clinic,
      PlatformTransactionManager transactions,
      @Value("${vestibule.base-url}") String baseUrl) {
    this.challenges = challenges;
    this.devices = devices;
    this.users = users;
    this.keys = keys;
    this.audit = audit;
    this.clinic = clinic;
    this.transaction = new TransactionTemplate(transactions);
    this.baseUrl = baseUrl;
  }

  /** What the device is to sign: the address it has to believe it talks to, and 32 new bytes. */
  public Challenge challenge() {
    return new Challenge(challenges.issue(), baseUrl);
  }

  /**
   * Who this is, if the signature is the device's answer to a challenge that nobody has answered.
   *
   * <p>A challenge is spent by the attempt, whatever comes of it.
   *
   * @param keyId the 16 bytes that name the device's key
   */
  public Optional<Actor.PatientUser> answer(KeyId keyId, byte[] nonce, byte[] signature) {
    if (!challenges.redeem(nonce)) {
      return Optional.empty();
    }
    return devices
        .ownerOf(keyId)
        .flatMap(
            owner ->
                clinic.during(
                    owner.clinic(),
                    () ->
                        transaction.<Optional<Actor.PatientUser>>execute(
                            status -> check(owner.user(), keyId, nonce, signature))));
  }

  private Optional<Actor.PatientUser> check(
      UserId id, KeyId keyId, byte[] nonce, byte[] signature) {
    var user = users.find(id).filter(found -> found.state() == UserState.ACTIVE);
    var proven =
        user.filter(
            found ->
                stored(keyId)
                    .filter(key -> key.state() == KeyState.ACTIVE)
                    // The directory has the last word on whose key it is.
                    .filter(key -> key.party().equals(found.patient().value()))
                    .filter(
                        key -> LoginChallenge.isAnsweredBy(key.key(), baseUrl, nonce, signature))
                    .isPresent());
    audit.record(
        new AuditEvent(
            proven.isPresent() ? "user:" + id : "anonymous",
            proven.isPresent() ? "SIGNED_IN" : "SIGN_IN_REFUSED",
            "user:" + id,
            "DEVICE_KEY"));
    return proven.map(User::actor);
  }

  private Optional<PartyKey> stored(KeyId id) {
    try {
      return keys.byId(id);
    } catch (CryptoRefusal noKey) {
      return Optional.empty();
    }
  }

  /** A challenge for a device. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Challenge(byte[] nonce, String baseUrl) {}
}
