package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of a manifest that counts: sequence, previous hash, Merkle root, numbers per type. */
final class ManifestBody {

  private static final int SEQUENCE_TAG = 6;
  private static final int TYPE_TAG = 10;
  private static final int MOST_TYPE_SIZE = 64;
  private static final int FIELD = TlvReader.FIELD_HEAD;

  private final long sequence;
  private final byte[] previous;
  private final byte[] root;
  private final SortedMap<String, Long> counts;

  ManifestBody(long sequence, byte[] previous, byte[] root, SortedMap<String, Long> counts) {
    this.sequence = sequence;
    this.previous = previous;
    this.root = root;
    this.counts = new TreeMap<>(counts);
  }

  void writeTo(TlvWriter writer) {
    writer.int64(SEQUENCE_TAG, sequence).bytes(7, previous).bytes(8, root).int64(9, size());
    counts.forEach(
        (type, count) ->
            writer.bytes(TYPE_TAG, new TlvWriter().text(1, type).int64(2, count).toBytes()));
  }

  static ManifestBody read(TlvReader reader) {
    var sequence = reader.int64(SEQUENCE_TAG);
    var previous = reader.bytes(7, Sha256.SIZE);
    var root = reader.bytes(8, Sha256.SIZE);
    var size = reader.int64(9);
    var counts = new TreeMap<String, Long>();
    while (reader.nextIs(TYPE_TAG) && counts.size() < ManifestTally.MOST_TYPES) {
      readCount(reader.bytes(TYPE_TAG, 2 * FIELD + 9, 2 * FIELD + 8 + MOST_TYPE_SIZE), counts);
    }
    var body = new ManifestBody(sequence, previous, root, counts);
    if (sequence < 1 || body.size() != size) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    return body;
  }

  private static void readCount(byte[] field, SortedMap<String, Long> counts) {
    var reader = new TlvReader(field);
    var type = new String(reader.bytes(1, 1, MOST_TYPE_SIZE), StandardCharsets.US_ASCII);
    var count = reader.int64(2);
    reader.end();
    var inOrder = counts.isEmpty() || counts.lastKey().compareTo(type) < 0;
    // The bound keeps the sum of all types from running over.
    if (!ManifestEntry.isType(type) || count < 1 || count > Integer.MAX_VALUE || !inOrder) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    counts.put(type, count);
  }

  long sequence() {
    return sequence;
  }

  byte[] previous() {
    return previous;
  }

  byte[] root() {
    return root;
  }

  SortedMap<String, Long> counts() {
    return counts;
  }

  long size() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
