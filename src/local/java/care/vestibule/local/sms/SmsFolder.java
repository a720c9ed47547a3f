package care.vestibule.local.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A directory with one JSON file per text message. */
final class SmsFolder {

  private final Path directory;
  private final JsonMapper json = JsonMapper.builder().build();

  SmsFolder(Path directory) {
    this.directory = directory;
  }

  void store(ReceivedSms sms) {
    try {
      Files.createDirectories(directory);
      var draft = directory.resolve(sms.sid() + ".part");
      Files.write(draft, json.writeValueAsBytes(sms));
      Files.move(draft, file(sms.sid()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ReceivedSms> find(String sid) {
    return Optional.of(file(sid)).filter(Files::exists).map(this::read);
  }

  List<ReceivedSms> newestFirst() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.newDirectoryStream(directory, "*.json")) {
      var messages = new ArrayList<ReceivedSms>();
      entries.forEach(file -> messages.add(read(file)));
      messages.sort(Comparator.comparing(ReceivedSms::createdAt).reversed());
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReceivedSms read(Path file) {
    return json.readValue(file, ReceivedSms.class);
  }

  private Path file(String sid) {
    return directory.resolve(sid + ".json");
  }
}
