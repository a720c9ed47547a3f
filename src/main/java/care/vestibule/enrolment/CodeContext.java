package care.vestibule.enrolment;

import java.nio.ByteBuffer;
import java.util.UUID;

/** What a code's HMAC is bound to, so that a hash of one code says nothing about another. */
public final class CodeContext {

  private CodeContext() {}

  /** The 16 bytes of the code's id. */
  public static byte[] of(UUID code) {
    return ByteBuffer.allocate(16)
        .putLong(code.getMostSignificantBits())
        .putLong(code.getLeastSignificantBits())
        .array();
  }
}
