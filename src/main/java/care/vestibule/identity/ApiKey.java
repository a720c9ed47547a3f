package care.vestibule.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An API key in clear: {@code vk_<32 hex digits>_<43 base64url characters>}.
 *
 * <p>The second part holds 256 random bits, so its plain SHA-256 is safe at rest (ASVS 6.5.2 asks
 * for more only below 112 bits).
 */
record ApiKey(UUID client, String secret) {

  private static final Pattern FORM = Pattern.compile("vk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");

  static ApiKey generate(SecureRandom random) {
    var secret = new byte[32];
    random.nextBytes(secret);
    return new ApiKey(
        UUID.randomUUID(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static Optional<ApiKey> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var id = HexFormat.of().parseHex(match.group(1));
    var bits = java.nio.ByteBuffer.wrap(id);
    return Optional.of(new ApiKey(new UUID(bits.getLong(), bits.getLong()), match.group(2)));
  }

  byte[] secretHash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String inClear() {
    return "vk_" + client.toString().replace("-", "") + "_" + secret;
  }

  @Override
  public String toString() {
    return "ApiKey[" + client + "]";
  }
}
