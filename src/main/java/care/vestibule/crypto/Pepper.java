package care.vestibule.crypto;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The 32-byte key under which secrets of links and codes are hashed before they are stored.
 *
 * <p>It is not in the database, so that who can write there still cannot plant a link that works.
 *
 * <p>While it is replaced there are two: new rows are hashed with this one, and rows of either are
 * recognised; which one a row is of is found out by trying. Names derived from a pepper cannot
 * change with it: they are made with the first one for ever.
 */
public final class Pepper implements AutoCloseable {

  private static final int SIZE = 32;

  private final Secret secret;
  private final List<Pepper> others;
  private final Optional<Pepper> origin;

  private Pepper(Secret secret, List<Pepper> others, Optional<Pepper> origin) {
    this.secret = secret;
    this.others = others;
    this.origin = origin;
  }

  /**
   * Takes a copy of the 32 bytes.
   *
   * @throws CryptoRefusal if there are more or fewer
   */
  public static Pepper of(byte[] bytes) {
    return new Pepper(Secret.copyOf(bytes, SIZE), List.of(), Optional.empty());
  }

  /**
   * The same pepper, which recognises hashes of the others too and closes them when it is closed.
   *
   * @param first the pepper names are made with; empty if it is this one
   */
  public Pepper accepting(List<Pepper> alsoGood, Optional<Pepper> first) {
    return new Pepper(secret, List.copyOf(alsoGood), first);
  }

  /** HMAC-SHA-256 over selector and secret, 32 bytes; the selector ties the hash to its row. */
  public byte[] hash(byte[] secretPart, byte[] selector) {
    return Hmac.sha256(
        secret.bytes(),
        TlvWriter.labelled("vestibule/v1/pepper")
            .bytes(2, selector)
            .bytes(3, secretPart)
            .toBytes());
  }

  /** A name that stays the same when the pepper is replaced: 32 bytes, as of {@link #hash}. */
  public byte[] name(byte[] of, byte[] place) {
    return origin.map(first -> first.hash(of, place)).orElseGet(() -> hash(of, place));
  }

  /**
   * Whether the hash was made of this secret and selector, with this pepper or one that is accepted
   * beside it; takes the same time either way.
   */
  public boolean matches(byte[] hash, byte[] secretPart, byte[] selector) {
    boolean right = isCurrent(hash, secretPart, selector);
    for (var other : others) {
      right |= other.isCurrent(hash, secretPart, selector);
    }
    return right;
  }

  /** Whether the hash was made with this very pepper; if it only matches, it can be made anew. */
  public boolean isCurrent(byte[] hash, byte[] secretPart, byte[] selector) {
    return MessageDigest.isEqual(hash, hash(secretPart, selector));
  }

  /** Wipes the key and the others. */
  @Override
  public void close() {
    secret.close();
    others.forEach(Pepper::close);
    origin.ifPresent(Pepper::close);
  }
}
