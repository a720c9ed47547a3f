package care.vestibule.local.demo;

import care.vestibule.identity.ApiClients;
import care.vestibule.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo clinic's API key: Vestibule keeps only its hash, so a file keeps it for the next start.
 */
@Component
@Profile("local")
final class DemoKey {

  private final ApiClients clients;
  private final Path file;

  DemoKey(ApiClients clients, LocalStack stack) {
    this.clients = clients;
    this.file = stack.settings().directory().resolve("secrets/demo-api-key");
  }

  /** The key of the last start if it still opens, else a new one. */
  String get() {
    try {
      var known = Files.exists(file) ? Files.readString(file).strip() : "";
      if (clients.holderOf(known).isPresent()) {
        return known;
      }
      var key = clients.create(DemoAccess.CLINIC, "demo");
      Files.writeString(file, key);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
