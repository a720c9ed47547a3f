package care.vestibule.custody;

import care.vestibule.process.Incident;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Finds the command that was typed, and tells in one sentence what kept it from ending well. */
@Component
@OnlyIn(Zone.AGENT)
public final class KeyCommands {

  private final List<KeyCommand> commands;

  KeyCommands(List<KeyCommand> commands) {
    this.commands = List.copyOf(commands);
  }

  /** Runs what the words ask for; the first is the command's name. */
  public ExitCode run(List<String> words, Consumer<String> out, Consumer<String> err) {
    try {
      return find(words).run(words.subList(1, words.size()), out);
    } catch (CommandRefused refused) {
      err.accept(refused.getMessage());
      return refused.code();
    } catch (Incident incident) {
      err.accept(sentence(incident));
      return ExitCode.REFUSED;
    } catch (UncheckedIOException e) {
      err.accept(
          "A file cannot be read or written: " + Objects.requireNonNull(e.getCause()).getMessage());
      return ExitCode.UNREACHABLE;
    } catch (DataAccessException | TransactionException e) {
      err.accept("The database cannot be reached, or refused: see spring.datasource.url.");
      return ExitCode.UNREACHABLE;
    }
  }

  private KeyCommand find(List<String> words) {
    return commands.stream()
        .filter(command -> !words.isEmpty() && command.name().equals(words.getFirst()))
        .findFirst()
        .orElseThrow(() -> new CommandRefused(ExitCode.USAGE, usage()));
  }

  private String usage() {
    return commands.stream()
        .map(KeyCommand::usage)
        .sorted()
        .collect(Collectors.joining("\n  keys ", "Usage:\n  keys ", ""));
  }

  private static String sentence(Incident incident) {
    return switch (incident.code()) {
      case "KEYSTORE_LOCKED" ->
          "The clinic's keystore is missing, damaged or of another master secret.";
      case "HCP_KEY_MISSING" -> "The professional has no active key in the clinic's keystore.";
      case "INTAKE_KEY_UNKNOWN" ->
          "The intake's key is unknown: set vestibule.sharing.intake-public-key.";
      default -> "It cannot be done: " + incident.code();
    };
  }
}
