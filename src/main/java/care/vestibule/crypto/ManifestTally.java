package care.vestibule.crypto;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the entries of a share in ascending order of entity, in constant memory.
 *
 * <p>The order is the one PostgreSQL sorts UUIDs in: by their bytes, taken as unsigned numbers.
 */
public final class ManifestTally {

  static final int MOST_TYPES = 256;

  private final MerkleTree tree = new MerkleTree();
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private @Nullable UUID last;

  /**
   * Takes the next entry.
   *
   * @throws CryptoRefusal if it does not come after the one before, or is one type too many
   */
  public void add(ManifestEntry entry) {
    if (last != null && compare(last, entry.entity()) >= 0) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_CANONICAL);
    }
    last = entry.entity();
    counts.merge(entry.type(), 1L, Long::sum);
    if (counts.size() > MOST_TYPES) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_CANONICAL);
    }
    tree.add(entry.leaf());
  }

  private static int compare(UUID first, UUID second) {
    var high =
        Long.compareUnsigned(first.getMostSignificantBits(), second.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(first.getLeastSignificantBits(), second.getLeastSignificantBits());
  }

  /** How many entries there are of each FHIR type. */
  public SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** How many entries there are. */
  public long size() {
    return tree.size();
  }

  byte[] root() {
    return tree.root();
  }

  int hashesKept() {
    return tree.hashesKept();
  }
}
