package care.vestibule.crypto;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A share of a few entities with its first two manifests. */
final class SampleManifests {

  final SampleEntity sealed;
  final List<ManifestEntry> entries = new ArrayList<>();
  final ShareManifest first;
  final ShareManifest second;

  SampleManifests(long seed) {
    sealed = new SampleEntity(seed);
    for (var i = 0; i < 10; i++) {
      entries.add(entry(i, i % 3 == 0 ? "Condition" : "Observation", 1 + i % 4));
    }
    first = signed(Optional.empty(), tally(entries.subList(0, 7)));
    second = signed(Optional.of(first), tally(entries));
  }

  /** An entry whose place in the order is the number; half of them have the sign bit set. */
  static ManifestEntry entry(int number, String type, int version) {
    var id = new UUID((long) number << 60 | 0x4000, number);
    var key = new byte[KeyId.SIZE];
    key[0] = (byte) number;
    return new ManifestEntry(id, type, version, new KeyId(key));
  }

  static ManifestTally tally(List<ManifestEntry> entries) {
    var tally = new ManifestTally();
    entries.forEach(tally::add);
    return tally;
  }

  ShareManifest signed(Optional<ShareManifest> previous, ManifestTally tally) {
    var sequence = previous.map(ShareManifest::sequence).orElse(0L);
    var header = sealed.exchange.at(sealed.exchange.createdAt().plus(Duration.ofDays(sequence)));
    return ShareManifest.decode(ShareManifest.sign(header, previous, tally, sealed.doctor));
  }

  byte[] signer() {
    return sealed.doctor.publicKey().signing();
  }
}
