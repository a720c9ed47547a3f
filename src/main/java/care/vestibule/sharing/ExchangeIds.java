package care.vestibule.sharing;

import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PartyKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names exchanges after the two parties and their keys, so that the same pair finds the same one.
 */
final class ExchangeIds {

  private static final int PART = 16;

  private ExchangeIds() {}

  /** A UUID of version 8 (RFC 9562) from the SHA-256 of five parts of 16 bytes each. */
  static UUID of(HcpId delegator, PartyPublicKey delegatorKey, PartyKey delegate) {
    var parts = ByteBuffer.allocate(5 * PART);
    put(parts, delegate.clinic().value());
    put(parts, delegator.value());
    parts.put(delegatorKey.id().value());
    put(parts, delegate.party());
    parts.put(delegate.key().id().value());
    var hash = ByteBuffer.wrap(sha256(parts.array()));
    var high = (hash.getLong() & ~0xF000L) | 0x8000L;
    var low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static void put(ByteBuffer parts, UUID id) {
    parts.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
