package care.vestibule.sharing;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ManifestEntry;
import care.vestibule.crypto.ManifestTally;
import care.vestibule.crypto.ShareManifest;
import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.records.Records;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Signs, in a professional's name, what the patient can read through one exchange. */
@Component
@OnlyIn(Zone.AGENT)
class ManifestSigner {

  private final Records records;
  private final ShareManifests manifests;
  private final Clock clock;

  ManifestSigner(Records records, ShareManifests manifests, Clock clock) {
    this.records = records;
    this.manifests = manifests;
    this.clock = clock;
  }

  /**
   * Signs a manifest, unless the last one says the same; needs a transaction around it.
   *
   * @throws CryptoRefusal if the last one is none, or not the professional's: a chain somebody else
   *     began is not gone on with
   */
  void sign(PatientExchange exchange, HcpPrivateKeys keys) {
    var shared = new ManifestTally();
    records.forEachGiven(
        exchange.id(),
        exchange.delegate(),
        given ->
            shared.add(
                new ManifestEntry(
                    given.entity(), given.fhirType(), given.version(), given.contentKey())));
    var last = manifests.newest(exchange.id());
    if (last.filter(manifest -> !keys.signed(manifest)).isPresent()) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_SIGNED);
    }
    records.forgetReplaced(exchange.id());
    if (last.filter(manifest -> says(manifest, shared)).isPresent()) {
      return;
    }
    var header =
        new ExchangeHeader(
            exchange.clinic().value(),
            exchange.id(),
            exchange.delegator(),
            exchange.delegate(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    manifests.save(ShareManifest.decode(ShareManifest.sign(header, last, shared, keys.active())));
  }

  private static boolean says(ShareManifest manifest, ManifestTally shared) {
    try {
      manifest.requireCovers(shared);
      return true;
    } catch (CryptoRefusal differs) {
      return false;
    }
  }
}
