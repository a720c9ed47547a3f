package care.vestibule.messaging.texts;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges a clinic's sentences before the first patient would read them. */
final class ClinicSentences {

  private static final Pattern FILE = Pattern.compile("(mail|sms)(?:_(de|fr|es))?\\.properties");
  private static final Pattern FACT = Pattern.compile("\\{(\\d+)");
  private static final int LONGEST = 1000;
  private static final int LONGEST_SUBJECT = 120;

  /** The link and the code: a message without its own is of no use. */
  private static final List<String> NEEDED = List.of("3", "5");

  private ClinicSentences() {}

  /** Whether a file of that name is one of sentences. */
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** The language a file is in; English goes without a name. */
  static String languageOf(String name) {
    var match = FILE.matcher(name);
    return match.matches() ? Objects.requireNonNullElse(match.group(2), "en") : "en";
  }

  /** The sentences of a file, each of which can be said. */
  static Map<String, MessageFormat> of(TextFile file) {
    var match = FILE.matcher(file.path().getFileName().toString());
    if (!match.matches()) {
      throw new InvalidClinicTexts(file.path(), 0, "no file of this name is known");
    }
    var locale = Locale.of(languageOf(file.path().getFileName().toString()));
    // The file without a language, so that the machine's own plays no part.
    var known = ResourceBundle.getBundle("messages/" + match.group(1), Locale.ROOT);
    var words = new HashMap<String, MessageFormat>();
    file.lines().forEach(line -> words.put(line.key(), format(file, line, known, locale)));
    return words;
  }

  private static MessageFormat format(
      TextFile file, TextFile.Line line, ResourceBundle known, Locale locale) {
    if (!known.containsKey(line.key())) {
      throw file.refuse(line, line.key() + " is no sentence of any message");
    }
    var text = line.text();
    refuseIf(text.isEmpty(), file, line, "the sentence is empty");
    refuseIf(text.length() > LONGEST, file, line, "the sentence is longer than " + LONGEST);
    refuseIf(
        line.key().endsWith(".subject") && text.length() > LONGEST_SUBJECT,
        file,
        line,
        "the subject is longer than " + LONGEST_SUBJECT);
    refuseIf(text.contains("'"), file, line, "an apostrophe has to be typographic: \u2019");
    refuseIf(text.contains("://"), file, line, "a link of its own has no place in a message");
    refuseIf(
        text.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT),
        file,
        line,
        "there is an invisible character in it");
    var usual = facts(known.getString(line.key()));
    facts(text).stream()
        .filter(fact -> !usual.contains(fact))
        .findFirst()
        .ifPresent(
            fact -> {
              throw file.refuse(line, "{" + fact + "} is not known to this sentence");
            });
    NEEDED.stream()
        .filter(fact -> usual.contains(fact) && !facts(text).contains(fact))
        .findFirst()
        .ifPresent(
            fact -> {
              throw file.refuse(line, "{" + fact + "} is missing");
            });
    try {
      return new MessageFormat(text, locale);
    } catch (IllegalArgumentException e) {
      throw file.refuse(line, "the braces do not match");
    }
  }

  private static void refuseIf(boolean wrong, TextFile file, TextFile.Line line, String why) {
    if (wrong) {
      throw file.refuse(line, why);
    }
  }

  private static Set<String> facts(String text) {
    return FACT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }
}
