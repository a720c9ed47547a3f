package care.vestibule.accessrequest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of notifications ended.
 *
 * @param created when the last notification of the page was made, in microseconds
 * @param id its id, which orders those of the same microsecond
 */
public record AccessRequestCursor(Instant created, AccessRequestId id) {

  private static final int BYTES = 24;

  /**
   * Reads the text of a former page.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static AccessRequestCursor parse(String text) {
    var bytes = Base64.getUrlDecoder().decode(text.getBytes(US_ASCII));
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("Not a cursor");
    }
    var buffer = ByteBuffer.wrap(bytes);
    var created = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
    return new AccessRequestCursor(
        created, new AccessRequestId(new UUID(buffer.getLong(), buffer.getLong())));
  }

  /** The text to ask for the next page with: 32 characters of base64url. */
  @Override
  public String toString() {
    var buffer = ByteBuffer.allocate(BYTES);
    buffer.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, created));
    buffer.putLong(id.value().getMostSignificantBits());
    buffer.putLong(id.value().getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }
}
