package care.vestibule.myrecord;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.ShareManifest;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.Actor;
import care.vestibule.records.Exchange;
import care.vestibule.records.ReadableEntity;
import care.vestibule.records.ReadingPosition;
import care.vestibule.records.Records;
import care.vestibule.records.ReplacedEntity;
import care.vestibule.records.SharedWith;
import care.vestibule.sharing.ShareManifests;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pages of a patient's record, sealed as they lie in the database. */
@Component
@Transactional(readOnly = true)
public class SharedRecord {

  private static final int PAGE = 200;

  private final Records records;
  private final PublicKeys keys;
  private final HealthcareProfessionals professionals;
  private final SharedWith sharedWith;
  private final ShareManifests manifests;

  SharedRecord(
      Records records,
      PublicKeys keys,
      HealthcareProfessionals professionals,
      SharedWith sharedWith,
      ShareManifests manifests) {
    this.records = records;
    this.keys = keys;
    this.professionals = professionals;
    this.sharedWith = sharedWith;
    this.manifests = manifests;
  }

  /** The page after the given position, 200 entities at most. */
  public SealedPage page(Actor.PatientUser user, Optional<ReadingPosition> after) {
    if (isForAnotherKey(user)) {
      return new SealedPage(
          user.clinic().value(),
          user.patient().value(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());
    }
    var found = records.readable(user.patient(), user.patient().value(), after, PAGE);
    var signed = after.isEmpty() ? manifests.of(user.patient()) : List.<byte[]>of();
    var replaced = after.isEmpty() ? records.replacedOf(user.patient()) : List.<ReplacedEntity>of();
    return new SealedPage(
        user.clinic().value(),
        user.patient().value(),
        found.exchanges().stream().map(this::exchange).toList(),
        found.entities().stream().map(SharedRecord::entity).toList(),
        signed.stream().map(this::manifest).toList(),
        replaced.stream().map(SharedRecord::entry).toList(),
        found.next().map(ReadingPosition::toString));
  }

  // Until the doctors have shared with the new key, what the lost one could open is of no use.
  private boolean isForAnotherKey(Actor.PatientUser user) {
    try {
      return keys.activeOf(user.patient().value())
          .filter(key -> sharedWith.isFor(user.patient(), key.key().id()))
          .isEmpty();
    } catch (CryptoRefusal tampered) {
      return true;
    }
  }

  private SealedPage.SignedManifest manifest(byte[] encoded) {
    return new SealedPage.SignedManifest(signerOf(encoded), base64(encoded));
  }

  // By the key it names: the doctor may have another one by now. What is no manifest, or of no key,
  // goes out as it is: the browser says what is wrong with it.
  private String signerOf(byte[] encoded) {
    try {
      var signed = ShareManifest.decode(encoded);
      return keys.byId(signed.signer())
          .filter(key -> key.party().equals(signed.header().delegator()))
          .map(key -> base64(key.key().signing()))
          .orElse("");
    } catch (CryptoRefusal tampered) {
      return "";
    }
  }

  private SealedPage.SealedExchange exchange(Exchange exchange) {
    var delegator = new HcpId(exchange.delegator());
    return new SealedPage.SealedExchange(
        exchange.id(),
        professionals.find(delegator).map(HealthcareProfessional::displayName).orElse(""),
        signer(exchange).map(key -> base64(key.key().signing())).orElse(""),
        base64(exchange.encoded()));
  }

  // During a change of the doctor's key some records are still signed with the former one.
  private Optional<PartyKey> signer(Exchange exchange) {
    try {
      return keys.byId(ExchangeRecord.decode(exchange.encoded()).signer())
          .filter(key -> key.party().equals(exchange.delegator()))
          .filter(key -> key.state() == KeyState.ACTIVE || key.state() == KeyState.RETIRED);
    } catch (CryptoRefusal tampered) {
      return Optional.empty();
    }
  }

  private static SealedPage.ReplacedEntry entry(ReplacedEntity replaced) {
    var former = replaced.former();
    return new SealedPage.ReplacedEntry(
        replaced.exchange(),
        former.entity(),
        former.fhirType(),
        former.version(),
        former.contentKey().hex());
  }

  private static SealedPage.SealedEntity entity(ReadableEntity readable) {
    var entity = readable.entity();
    var given = readable.delegation();
    return new SealedPage.SealedEntity(
        entity.id(),
        entity.kind().name(),
        entity.fhirType(),
        entity.version(),
        base64(entity.envelope()),
        new SealedPage.Wrap(
            given.exchange(),
            given.delegator(),
            given.permission().name(),
            given.contentKey().hex(),
            base64(given.wrapped())));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
