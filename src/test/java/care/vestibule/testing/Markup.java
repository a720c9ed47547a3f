package care.vestibule.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/** Looks for words in a template that come from no bundle. */
public final class Markup {

  private static final Set<String> READ = Set.of("alt", "title", "placeholder", "aria-label");

  /** The product's name is the same in every language. */
  private static final Set<String> NAMES = Set.of("Vestibule");

  private Markup() {}

  /** The words a reader would see that the template says by itself. */
  public static List<String> ownWords(String template) {
    var reader = new Reader();
    try {
      new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, reader);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
    return reader.words;
  }

  private static final class Reader extends AbstractSimpleMarkupHandler {

    private final List<String> words = new ArrayList<>();

    /** Whether what stands inside each open element is replaced by the template engine. */
    private final Deque<Boolean> replaced = new ArrayDeque<>();

    @Override
    public void handleOpenElement(
        String name, @Nullable Map<String, String> attributes, int line, int column) {
      note(attributes);
      replaced.push(Boolean.TRUE.equals(replaced.peek()) || isReplaced(attributes) || isCode(name));
    }

    @Override
    public void handleStandaloneElement(
        String name,
        @Nullable Map<String, String> attributes,
        boolean minimized,
        int line,
        int column) {
      note(attributes);
    }

    @Override
    public void handleCloseElement(String name, int line, int column) {
      replaced.poll();
    }

    @Override
    public void handleAutoCloseElement(String name, int line, int column) {
      replaced.poll();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
      if (!Boolean.TRUE.equals(replaced.peek())) {
        add(new String(buffer, offset, length));
      }
    }

    private void note(@Nullable Map<String, String> attributes) {
      if (attributes != null) {
        attributes.forEach(
            (name, value) -> {
              if (READ.contains(name) && !attributes.containsKey("th:" + name)) {
                add(value);
              }
            });
      }
    }

    private void add(String text) {
      var stripped = text.strip();
      if (stripped.codePoints().anyMatch(Character::isLetter) && !NAMES.contains(stripped)) {
        words.add(stripped);
      }
    }

    private static boolean isReplaced(@Nullable Map<String, String> attributes) {
      return attributes != null
          && (attributes.containsKey("th:text")
              || attributes.containsKey("th:utext")
              || attributes.containsKey("th:replace"));
    }

    private static boolean isCode(String name) {
      return name.equals("script") || name.equals("style");
    }
  }
}
