package care.vestibule.records.fhir;

import care.vestibule.records.IntakeRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The entries of one bundle and what each is answered; what is wrong with one stays with it. */
final class Entries {

  private final List<IncomingEntry> wellFormed = new ArrayList<>();
  private final TreeMap<Integer, EntryResult> answers = new TreeMap<>();

  Entries(IncomingBundle bundle, EntryReader reader) {
    var nodes = bundle.entries();
    for (int i = 0; i < nodes.size(); i++) {
      int index = i;
      attempt(index, () -> reader.read(index, nodes.get(index))).ifPresent(wellFormed::add);
    }
  }

  /** All that could be read. */
  List<IncomingEntry> all() {
    return List.copyOf(wellFormed);
  }

  /** Those of these types that are not answered yet. */
  List<IncomingEntry> open(Set<String> types) {
    return open().stream().filter(entry -> types.contains(entry.type())).toList();
  }

  /** Those that are not answered yet. */
  List<IncomingEntry> open() {
    return wellFormed.stream().filter(entry -> !answers.containsKey(entry.index())).toList();
  }

  /** Answers an entry with what the step says, or with why it cannot be taken. */
  void answer(IncomingEntry entry, Function<IncomingEntry, EntryResult> step) {
    attempt(entry.index(), () -> step.apply(entry))
        .ifPresent(answer -> answers.put(entry.index(), answer));
  }

  /** Tries a step on an entry; if the entry cannot be taken, that is its answer. */
  <T> Optional<T> attempt(IncomingEntry entry, Supplier<T> step) {
    return attempt(entry.index(), step);
  }

  boolean isRefused(IncomingEntry entry) {
    var answer = answers.get(entry.index());
    return answer != null && answer.isRefusal();
  }

  /** The answers in the order of the entries. */
  List<EntryResult> answers() {
    return List.copyOf(answers.values());
  }

  private <T> Optional<T> attempt(int index, Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (FhirRefusal refusal) {
      answers.put(index, EntryResult.refused(refusal));
    } catch (IntakeRefusal refusal) {
      answers.put(index, EntryResult.refused(Receipts.refusal(refusal)));
    } catch (IllegalArgumentException e) {
      // The directory's records refuse overlong texts and control characters in names and numbers.
      var text = "A name, an address, an identifier or a language is not one.";
      answers.put(index, EntryResult.refused(new FhirRefusal(422, IssueType.VALUE, text)));
    }
    return Optional.empty();
  }
}
