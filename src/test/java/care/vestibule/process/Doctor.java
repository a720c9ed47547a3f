package care.vestibule.process;

import java.util.Map;
import java.util.UUID;

/** A doctor as the process knows one. */
record Doctor(UUID ref, UUID deputies, UUID notification) {

  static Doctor any() {
    return new Doctor(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
  }

  /** The same doctor asked once more. */
  Doctor again() {
    return new Doctor(ref, deputies, UUID.randomUUID());
  }

  Map<String, Object> asked() {
    return Map.of(
        "hcpRef", ref.toString(),
        "deputyGroup", deputies.toString(),
        "notificationId", notification.toString());
  }
}
