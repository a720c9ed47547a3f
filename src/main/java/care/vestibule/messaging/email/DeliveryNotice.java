package care.vestibule.messaging.email;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A delivery status notification about one recipient (RFC 3464, RFC 6522).
 *
 * @param name what stands before the {@code @} of the Message-ID of the mail it is about
 * @param code the status, such as {@code DSN_5_1_1}
 */
record DeliveryNotice(String name, String code) {

  /** Longer ones are read no further: what we look for stands in front. */
  private static final int LARGEST = 64 * 1024;

  private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\s*$");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^Status:\\s*(5)\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern ID =
      Pattern.compile("(?im)^Message-ID:\\s*<([0-9a-f]{32})@[^>\\s]+>");

  /** The notice in a mail; nothing if it is none, or says that the mail is only late. */
  static Optional<DeliveryNotice> in(Message mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
      return Optional.empty();
    }
    var status = new StringBuilder();
    var original = new StringBuilder();
    for (int number = 0; number < parts.getCount(); number++) {
      var part = parts.getBodyPart(number);
      if (part.isMimeType("message/delivery-status")) {
        status.append(textOf(part));
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        original.append(textOf(part));
      }
    }
    return read(status.toString(), original.toString());
  }

  private static Optional<DeliveryNotice> read(String status, String original) {
    var code = STATUS.matcher(status);
    var id = ID.matcher(original);
    return FAILED.matcher(status).find() && code.find() && id.find()
        ? Optional.of(
            new DeliveryNotice(
                id.group(1), "DSN_" + code.group(1) + "_" + code.group(2) + "_" + code.group(3)))
        : Optional.empty();
  }

  private static String textOf(BodyPart part) throws MessagingException, IOException {
    try (InputStream stream = part.getInputStream()) {
      return new String(stream.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
    }
  }
}
