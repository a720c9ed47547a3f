package care.vestibule.messaging.delivery;

import java.util.Map;
import java.util.UUID;

/**
 * What somebody says became of a message; not believed before its signature was checked.
 *
 * @param report the name it came under
 * @param fields what was sent, each name once
 */
public record DeliveryReport(
    UUID id, UUID message, UUID report, Map<String, String> fields, String signature) {

  /** Never the fields: they hold a number. */
  @Override
  public String toString() {
    return "DeliveryReport[" + id + "]";
  }
}
