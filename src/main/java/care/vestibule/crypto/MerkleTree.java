package care.vestibule.crypto;

import java.util.ArrayDeque;

/**
 * The root of a Merkle tree (RFC 9162, section 2.1) whose leaves come one after the other.
 *
 * <p>Keeps one hash of 32 bytes per bit of their number, so that a hundred thousand leaves need 17.
 */
final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** Roots of full subtrees, the largest at the bottom; as many as the size has bits that are 1. */
  private final ArrayDeque<byte[]> subtrees = new ArrayDeque<>();

  private long size;

  void add(byte[] leaf) {
    var hash = Sha256.of(LEAF, leaf);
    for (var bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = Sha256.of(NODE, subtrees.pop(), hash);
    }
    subtrees.push(hash);
    size++;
  }

  byte[] root() {
    if (size == 0) {
      return Sha256.of();
    }
    byte[] root = null;
    for (var subtree : subtrees) {
      root = root == null ? subtree : Sha256.of(NODE, subtree, root);
    }
    return root == null ? Sha256.of() : root.clone();
  }

  long size() {
    return size;
  }

  int hashesKept() {
    return subtrees.size();
  }
}
