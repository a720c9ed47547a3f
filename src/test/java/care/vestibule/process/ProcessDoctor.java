package care.vestibule.process;

import java.util.Map;
import java.util.UUID;

/** A doctor as the process knows one. */
record ProcessDoctor(UUID ref, UUID deputies, UUID notification) {

  static ProcessDoctor any() {
    return new ProcessDoctor(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
  }

  /** The same doctor asked once more. */
  ProcessDoctor again() {
    return new ProcessDoctor(ref, deputies, UUID.randomUUID());
  }

  Map<String, Object> asked() {
    return Map.of(
        "hcpRef", ref.toString(),
        "deputyGroup", deputies.toString(),
        "notificationId", notification.toString());
  }
}
