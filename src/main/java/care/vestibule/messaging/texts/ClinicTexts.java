package care.vestibule.messaging.texts;

import care.vestibule.messaging.ClinicSender;
import care.vestibule.messaging.ClinicSenders;
import care.vestibule.messaging.MessagingProperties;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What clinics say in their own words; a mistake in it keeps Vestibule from starting. */
@Component
final class ClinicTexts implements ClinicSenders {

  private final Map<ClinicId, Map<String, Map<String, MessageFormat>>> words = new HashMap<>();
  private final Map<ClinicId, ClinicSender> senders = new HashMap<>();
  private final CurrentClinic clinic;

  ClinicTexts(MessagingProperties properties, CurrentClinic clinic) {
    this.clinic = clinic;
    properties
        .texts()
        .map(Path::of)
        .ifPresent(directory -> list(directory).forEach(this::readClinic));
  }

  /** The current clinic's own sentence of that key. */
  Optional<MessageFormat> find(String key, String language) {
    return clinic
        .find()
        .map(words::get)
        .map(languages -> languages.get(language))
        .map(sentences -> sentences.get(key))
        // Formats are not safe to share.
        .map(format -> (MessageFormat) format.clone());
  }

  @Override
  public ClinicSender current() {
    return clinic.find().map(senders::get).orElse(ClinicSender.USUAL);
  }

  private void readClinic(Path directory) {
    var id = id(directory);
    for (var path : list(directory)) {
      var name = path.getFileName().toString();
      if (name.equals(ClinicSenderText.FILE)) {
        senders.put(id, ClinicSenderText.of(TextFile.read(path)));
      } else {
        words
            .computeIfAbsent(id, unknown -> new HashMap<>())
            .put(ClinicSentences.languageOf(name), merged(id, path, name));
      }
    }
  }

  /** A language has two files: one of e-mails, one of text messages. */
  private Map<String, MessageFormat> merged(ClinicId id, Path path, String name) {
    var all = new HashMap<String, MessageFormat>();
    Optional.ofNullable(words.get(id))
        .map(languages -> languages.get(ClinicSentences.languageOf(name)))
        .ifPresent(all::putAll);
    all.putAll(ClinicSentences.of(TextFile.read(path)));
    return all;
  }

  private static ClinicId id(Path directory) {
    try {
      return new ClinicId(UUID.fromString(directory.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      throw new InvalidClinicTexts(directory, 0, "the directory has to be called by a clinic's id");
    }
  }

  private static List<Path> list(Path directory) {
    try (var entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new InvalidClinicTexts(directory, 0, "this is no directory that can be read");
    }
  }
}
