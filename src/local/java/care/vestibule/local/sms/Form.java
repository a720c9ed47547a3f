package care.vestibule.local.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code application/x-www-form-urlencoded}, of a body or a query. */
final class Form {

  private Form() {}

  static Map<String, String> parse(@Nullable String encoded) {
    var fields = new LinkedHashMap<String, String>();
    if (encoded == null || encoded.isEmpty()) {
      return fields;
    }
    for (var field : encoded.split("&", -1)) {
      var split = field.indexOf('=');
      var name = split < 0 ? field : field.substring(0, split);
      fields.put(decode(name), split < 0 ? "" : decode(field.substring(split + 1)));
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
