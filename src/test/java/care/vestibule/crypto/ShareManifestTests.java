package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.BROKEN_CHAIN;
import static care.vestibule.crypto.CryptoRefusal.Reason.INCOMPLETE;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_SIGNED;
import static care.vestibule.crypto.CryptoRefusal.Reason.ROLLED_BACK;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRAILING_BYTES;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_SUITE;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_VERSION;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;
import static care.vestibule.crypto.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareManifestTests {

  private final SampleManifests shared = new SampleManifests(31);

  @Test
  void aManifestSaysWhatWasSharedAndWhoSaysSo() {
    var manifest = shared.second;

    manifest.requireSignedBy(shared.signer());
    manifest.requireCovers(SampleManifests.tally(shared.entries));
    assertThat(manifest.sequence()).isEqualTo(2);
    assertThat(manifest.header().exchange()).isEqualTo(shared.sealed.exchange.exchange());
    assertThat(manifest.signer()).isEqualTo(shared.sealed.doctor.publicKey().id());
    assertThat(manifest.counts()).containsExactly(entry("Condition", 4L), entry("Observation", 6L));
    assertThat(ShareManifest.decode(manifest.encoded()).hash()).isEqualTo(manifest.hash());
  }

  @Test
  void aManifestOfNothingIsOneToo() {
    var nothing = shared.signed(Optional.of(shared.second), new ManifestTally());

    nothing.requireCovers(new ManifestTally());
    nothing.requireFollows(shared.second);
    assertThat(nothing.counts()).isEmpty();
    assertThat(reasonOf(() -> nothing.requireCovers(SampleManifests.tally(shared.entries))))
        .isEqualTo(INCOMPLETE);
  }

  @Test
  void nothingCanBeHeldBackAddedRolledBackOrMoved() {
    for (var i = 0; i < shared.entries.size(); i++) {
      var one = shared.entries.get(i);
      var missing = new ArrayList<>(shared.entries);
      missing.remove(i);
      refusedAsIncomplete(missing);
      refusedAsIncomplete(
          with(
              i, new ManifestEntry(one.entity(), one.type(), one.version() + 1, one.contentKey())));
      refusedAsIncomplete(
          with(i, new ManifestEntry(one.entity(), "Claim", one.version(), one.contentKey())));
      refusedAsIncomplete(
          with(i, new ManifestEntry(one.entity(), one.type(), one.version(), otherKey())));
    }
    var more = new ArrayList<>(shared.entries);
    more.add(SampleManifests.entry(15, "Condition", 1));
    refusedAsIncomplete(more);
  }

  private void refusedAsIncomplete(List<ManifestEntry> found) {
    assertThat(reasonOf(() -> shared.second.requireCovers(SampleManifests.tally(found))))
        .isEqualTo(INCOMPLETE);
  }

  private List<ManifestEntry> with(int index, ManifestEntry other) {
    var changed = new ArrayList<>(shared.entries);
    changed.set(index, other);
    return changed;
  }

  private static KeyId otherKey() {
    return new KeyId(new byte[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});
  }

  @Test
  void entriesComeInAscendingOrderAndOnce() {
    var tally = SampleManifests.tally(shared.entries);
    assertThat(tally.size()).isEqualTo(10);
    assertThat(reasonOf(() -> tally.add(shared.entries.getLast()))).isEqualTo(NOT_CANONICAL);
    assertThat(reasonOf(() -> tally.add(shared.entries.getFirst()))).isEqualTo(NOT_CANONICAL);
    var low = new ManifestTally();
    low.add(at(new UUID(1, -1)));
    assertThat(reasonOf(() -> low.add(at(new UUID(1, 1))))).isEqualTo(NOT_CANONICAL);
    low.add(at(new UUID(-1, 0)));
    assertThat(reasonOf(() -> low.add(at(new UUID(5, 0))))).isEqualTo(NOT_CANONICAL);
  }

  private static ManifestEntry at(UUID entity) {
    return new ManifestEntry(entity, "Condition", 1, otherKey());
  }

  @Test
  void aShareHasAtMost256Types() {
    var tally = new ManifestTally();
    for (var i = 0; i < 256; i++) {
      var type = "T" + (char) ('a' + i / 16) + (char) ('a' + i % 16);
      tally.add(new ManifestEntry(new UUID(0, i), type, 1, otherKey()));
    }
    shared.signed(Optional.empty(), tally).requireCovers(tally);
    assertThat(reasonOf(() -> tally.add(at(new UUID(0, 256))))).isEqualTo(NOT_CANONICAL);
  }

  @Test
  void aHundredThousandEntriesKeepSeventeenHashesAtMost() {
    var tally = new ManifestTally();
    var most = 0;
    for (var i = 0; i < 100_000; i++) {
      tally.add(at(new UUID(0, i)));
      most = Math.max(most, tally.hashesKept());
    }
    assertThat(most).isLessThanOrEqualTo(17);
    assertThat(tally.counts()).containsExactly(entry("Condition", 100_000L));
    shared.signed(Optional.empty(), tally).requireCovers(tally);
  }

  @Test
  void aManifestFollowsTheOneBeforeIt() {
    shared.first.requireFollows(shared.first);
    shared.second.requireFollows(shared.first);
    var fork =
        shared.signed(
            Optional.of(shared.first), SampleManifests.tally(shared.entries.subList(0, 8)));
    var third = shared.signed(Optional.of(shared.second), SampleManifests.tally(shared.entries));
    var onFork = shared.signed(Optional.of(fork), SampleManifests.tally(shared.entries));

    assertThat(reasonOf(() -> shared.first.requireFollows(shared.second))).isEqualTo(ROLLED_BACK);
    assertThat(reasonOf(() -> fork.requireFollows(shared.second))).isEqualTo(ROLLED_BACK);
    assertThat(reasonOf(() -> third.requireFollows(shared.first))).isEqualTo(BROKEN_CHAIN);
    assertThat(reasonOf(() -> onFork.requireFollows(shared.second))).isEqualTo(BROKEN_CHAIN);
  }

  @Test
  void aManifestOfAnotherExchangeContinuesNothing() {
    var header = shared.sealed.exchange;
    var other =
        new ExchangeHeader(
            header.clinic(),
            UUID.randomUUID(),
            header.delegator(),
            header.delegate(),
            header.createdAt());
    var tally = SampleManifests.tally(shared.entries);
    var doctor = shared.sealed.doctor;
    var elsewhere = ShareManifest.sign(other, Optional.empty(), tally, doctor);

    assertThat(reasonOf(() -> ShareManifest.decode(elsewhere).requireFollows(shared.first)))
        .isEqualTo(BROKEN_CHAIN);
    assertThat(reasonOf(() -> ShareManifest.sign(other, Optional.of(shared.first), tally, doctor)))
        .isEqualTo(BROKEN_CHAIN);
  }

  @Test
  void onlyTheDelegatorSigned() {
    var stranger = shared.sealed.patient.publicKey().signing();
    assertThat(reasonOf(() -> shared.first.requireSignedBy(stranger))).isEqualTo(NOT_SIGNED);
  }

  @Test
  void aFlippedBitInAnyByteIsRefused() {
    var bytes = shared.second.encoded();
    for (var i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= (byte) (1 << i % Byte.SIZE);
      assertThat(reasonOf(() -> ShareManifest.decode(changed).requireSignedBy(shared.signer())))
          .isNotNull();
    }
  }

  @Test
  void aManifestHasOneSpelling() {
    var bytes = shared.second.encoded();
    for (var length = 0; length < bytes.length; length++) {
      assertThat(reason(Arrays.copyOf(bytes, length)))
          .isIn(TRUNCATED, UNEXPECTED_FIELD, NOT_CANONICAL);
    }
    assertThat(reason(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(TRAILING_BYTES);
    bytes[1] = 2;
    assertThat(reason(bytes)).isEqualTo(UNKNOWN_SUITE);
    bytes[0] = 2;
    assertThat(reason(bytes)).isEqualTo(UNKNOWN_VERSION);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, Condition, 1, NOT_CANONICAL",
    "-1, 1, Condition, 1, NOT_CANONICAL",
    "1, 2, Condition, 1, NOT_CANONICAL",
    "1, 0, Condition, 0, NOT_CANONICAL",
    "1, -1, Condition, -1, NOT_CANONICAL",
    "1, 2147483648, Condition, 2147483648, NOT_CANONICAL",
    "1, 1, Not-a-type, 1, NOT_CANONICAL",
    "1, 1, '', 1, WRONG_LENGTH",
  })
  void numbersAndTypesAreSane(
      long sequence, long size, String type, long count, CryptoRefusal.Reason reason) {
    var writer = head(sequence, size).bytes(10, count(type, count));
    assertThat(reason(signed(writer))).isEqualTo(reason);
  }

  @Test
  void typesComeInAscendingOrderAndOnce() {
    var right = head(1, 2).bytes(10, count("A", 1)).bytes(10, count("B", 1));
    var wrong = head(1, 2).bytes(10, count("B", 1)).bytes(10, count("A", 1));
    var twice = head(1, 2).bytes(10, count("A", 1)).bytes(10, count("A", 1));
    var tail = head(1, 1).bytes(10, new TlvWriter().text(1, "A").int64(2, 1).int32(3, 1).toBytes());
    var tooLong = head(1, 1).bytes(10, count("A".repeat(65), 1));

    assertThat(ShareManifest.decode(signed(right)).counts())
        .isEqualTo(new TreeMap<>(java.util.Map.of("A", 1L, "B", 1L)));
    assertThat(reason(signed(wrong))).isEqualTo(NOT_CANONICAL);
    assertThat(reason(signed(twice))).isEqualTo(NOT_CANONICAL);
    assertThat(reason(signed(tail))).isEqualTo(TRAILING_BYTES);
    assertThat(reason(signed(tooLong))).isEqualTo(WRONG_LENGTH);
    ShareManifest.decode(signed(head(1, 1).bytes(10, count("A".repeat(64), 1))));
  }

  @Test
  void anEntryHasATypeAndAVersionFromOne() {
    assertThatThrownBy(() -> SampleManifests.entry(1, "Condition", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SampleManifests.entry(1, "", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TlvWriter head(long sequence, long size) {
    var writer = shared.sealed.exchange.writeTo(TlvWriter.versioned(1, 1), 1);
    return writer.int64(6, sequence).bytes(7, new byte[32]).bytes(8, new byte[32]).int64(9, size);
  }

  private static byte[] count(String type, long count) {
    return new TlvWriter().text(1, type).int64(2, count).toBytes();
  }

  private static byte[] signed(TlvWriter writer) {
    return writer.bytes(11, new byte[16]).bytes(12, new byte[64]).toBytes();
  }

  private static CryptoRefusal.Reason reason(byte[] manifest) {
    return reasonOf(() -> ShareManifest.decode(manifest));
  }
}
