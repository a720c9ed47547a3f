package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A hundred thousand seeded changes over every format: none is accepted, each has a reason. */
class MutationTests {

  private static final int LEAST = 100_000;
  private static final UUID INVITATION = UUID.fromString("17171717-0000-4000-8000-00000000001a");

  private final SampleEntity sealed = new SampleEntity(41);
  private final SampleEntity rsa = new SampleEntity(41, Suite.RSA_OAEP);
  private final SampleManifests shared = new SampleManifests(41);
  private final Map<CryptoRefusal.Reason, Integer> reasons =
      new EnumMap<>(CryptoRefusal.Reason.class);
  private int refused;

  /** One format: its bytes, what a reader does with them, and how often it is changed. */
  private record Target(Bytes original, Consumer<byte[]> reader, int changes) {}

  private record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] value) {}

  @Test
  void noChangeOfAnyFormatIsAccepted() {
    var random = new Random(20260301);
    for (var target : targets().entrySet()) {
      var original = target.getValue().original().value();
      target.getValue().reader().accept(original);
      for (var i = 0; i < target.getValue().changes(); i++) {
        var changed = Mutation.of(original, random);
        if (!Arrays.equals(changed, original)) {
          refuse(target.getKey(), target.getValue().reader(), changed);
        }
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(LEAST);
    assertThat(reasons)
        .containsKeys(
            CryptoRefusal.Reason.NOT_AUTHENTIC,
            CryptoRefusal.Reason.NOT_SIGNED,
            CryptoRefusal.Reason.TRUNCATED,
            CryptoRefusal.Reason.TRAILING_BYTES,
            CryptoRefusal.Reason.UNKNOWN_SUITE,
            CryptoRefusal.Reason.UNKNOWN_VERSION);
  }

  private void refuse(String name, Consumer<byte[]> reader, byte[] changed) {
    try {
      reader.accept(changed);
    } catch (CryptoRefusal refusal) {
      reasons.merge(refusal.reason(), 1, Integer::sum);
      refused++;
      return;
    }
    throw new AssertionError(name + " was accepted: " + Arrays.toString(changed));
  }

  private Map<String, Target> targets() {
    var targets = new LinkedHashMap<String, Target>();
    targets.put("envelope", target(sealed.envelope, this::openEnvelope, 30_000));
    targets.put("wrapped key", target(sealed.wrapped, this::unwrap, 30_000));
    targets.put("record", target(sealed.record, bytes -> openRecord(sealed, bytes), 12_000));
    targets.put("RSA record", target(rsa.record, bytes -> openRecord(rsa, bytes), 12_000));
    targets.put("manifest", target(shared.second.encoded(), this::verifyManifest, 12_000));
    for (var pair : new SampleEntity[] {sealed, rsa}) {
      var key = pair.patient.publicKey().encoded();
      targets.put("key " + pair.patient.publicKey().suite(), target(key, claimOf(pair), 3_000));
      for (var kind : BackupCode.Kind.values()) {
        var code = BackupCode.generate(kind, new SeededRandom(1));
        var clinic = pair.exchange.clinic();
        var backup = code.seal(clinic, pair.patient, new SeededRandom(2));
        var name = kind + " of " + pair.patient.publicKey().suite();
        targets.put(name, target(backup, bytes -> code.open(clinic, bytes).close(), 3_000));
      }
    }
    return targets;
  }

  private static Target target(byte[] original, Consumer<byte[]> reader, int changes) {
    return new Target(new Bytes(original), reader, changes);
  }

  private void openEnvelope(byte[] bytes) {
    ContentEnvelope.open(sealed.contentKey, sealed.entity, bytes);
  }

  private void unwrap(byte[] bytes) {
    sealed.exchangeKey.unwrap(bytes, sealed.delegation);
  }

  private static void openRecord(SampleEntity by, byte[] bytes) {
    by.open(bytes, by.wrapped, by.envelope);
  }

  private void verifyManifest(byte[] bytes) {
    var manifest = ShareManifest.decode(bytes);
    manifest.requireSignedBy(shared.signer());
    manifest.requireFollows(shared.first);
    manifest.requireCovers(SampleManifests.tally(shared.entries));
  }

  /** A changed public key may be one too, but nobody proved it. */
  private static Consumer<byte[]> claimOf(SampleEntity pair) {
    var bind = new byte[16];
    var clinic = pair.exchange.clinic();
    var claim = new KeyClaim(clinic, INVITATION, 1, pair.patient.publicKey());
    var mac = claim.mac(bind);
    var signature = pair.patient.sign(claim.encoded());
    return bytes -> {
      var claimed = new KeyClaim(clinic, INVITATION, 1, PartyPublicKey.decode(bytes));
      if (!claimed.isProvenBy(mac, bind) || !claimed.isSignedBy(signature)) {
        throw new CryptoRefusal(CryptoRefusal.Reason.NOT_SIGNED);
      }
    };
  }
}
