package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The tables at the end of {@code docs/architecture.md}: from an element of the model, an address,
 * a table or a configuration key to its class.
 *
 * <p>When this fails, {@code target/where-is-what.md} is what belongs there.
 */
class WhereIsWhatTests {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final String HEADING = "## Where is what\n";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)\\b(?:insert into|delete from|update)\\s+([a-z][a-z_]+)(?=\\s|\\()(?!\\s*:)");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigurationProperties\\((?:prefix = )?\"([a-z.-]+)\"");
  private static final Pattern VALUE = Pattern.compile("@Value\\(\"\\$\\{([a-z.-]+)");
  private static final Pattern MODULE = Pattern.compile("(?<=`)[a-z]+(?=\\.)");
  private static final Pattern CREATED = Pattern.compile("(?i)create (?:unlogged )?table (\\w+)");

  private final Map<String, String> sources = sources();

  @Test
  void theArchitectureNamesTheClassOfEveryElementAddressTableAndKey() throws IOException {
    var expected = HEADING + "\n" + tables();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/where-is-what.md"), expected);
    var document = Files.readString(DOCUMENT);

    assertThat(document.substring(document.indexOf(HEADING))).isEqualTo(expected);
  }

  @Test
  void everyTableIsWrittenByOneModule() throws IOException {
    assertThat(writtenTables()).hasSizeGreaterThan(50);
    assertThat(writtenTables())
        .allSatisfy(
            (table, classes) ->
                assertThat(MODULE.matcher(classes).results().map(MatchResult::group).distinct())
                    .as(table)
                    .hasSize(1));
  }

  private String tables() throws IOException {
    return String.join(
        "\n",
        table("element of the model", elements()),
        table("address", addresses()),
        table("table, written by", writtenTables()),
        table("configuration key", keys()));
  }

  private static String table(String what, Map<String, String> rows) {
    return rows.entrySet().stream()
        .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |\n")
        .collect(Collectors.joining("", "| " + what + " | class |\n|---|---|\n", ""));
  }

  private Map<String, String> elements() {
    var model = new Model();
    var found = new TreeMap<String, String>();
    Model.values(model.bpmn("serviceTask"), "id")
        .forEach(id -> found.put(id, named(camel(id) + "Worker")));
    Model.values(model.bpmn("userTask"), "id").forEach(id -> found.put(id, named(camel(id))));
    Model.values(model.bpmn("message"), "name").forEach(id -> found.put(id, named(camel(id))));
    return found;
  }

  private String named(String simple) {
    return sources.keySet().stream()
        .filter(name -> name.endsWith("." + simple))
        .map(WhereIsWhatTests::code)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No class is called " + simple));
  }

  private static String camel(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private Map<String, String> addresses() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    var found = new TreeMap<String, Set<String>>();
    for (var definition : scanner.findCandidateComponents("care.vestibule")) {
      var name = Objects.requireNonNull(definition.getBeanClassName());
      if (sources.containsKey(name.replace("care.vestibule.", ""))) {
        var type = ClassUtils.resolveClassName(name, null);
        for (var address : addressesOf(type)) {
          found.computeIfAbsent(address, it -> new TreeSet<>()).add(code(withoutPackage(name)));
        }
      }
    }
    return joined(found);
  }

  private static Set<String> addressesOf(Class<?> controller) {
    var base = paths(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
    return Arrays.stream(controller.getDeclaredMethods())
        .flatMap(method -> addressesOf(base, method))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> addressesOf(List<String> base, Method method) {
    var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    if (mapping == null) {
      return Stream.empty();
    }
    return base.stream().flatMap(before -> paths(mapping).stream().map(path -> before + path));
  }

  private static List<String> paths(@Nullable RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
  }

  private Map<String, String> writtenTables() throws IOException {
    var tables = createdTables();
    var found = new TreeMap<String, Set<String>>();
    sources.forEach(
        (name, source) ->
            WRITTEN
                .matcher(source)
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .filter(tables::contains)
                .forEach(
                    table -> found.computeIfAbsent(table, it -> new TreeSet<>()).add(code(name))));
    return joined(found);
  }

  private static Set<String> createdTables() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files
          .flatMap(file -> CREATED.matcher(read(file)).results())
          .map(match -> match.group(1).toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }
  }

  private Map<String, String> keys() {
    var found = new TreeMap<String, Set<String>>();
    sources.forEach(
        (name, source) -> {
          PREFIX
              .matcher(source)
              .results()
              .forEach(
                  key ->
                      found
                          .computeIfAbsent(key.group(1) + ".*", it -> new TreeSet<>())
                          .add(code(name)));
          VALUE
              .matcher(source)
              .results()
              .filter(key -> key.group(1).startsWith("vestibule."))
              .forEach(
                  key ->
                      found.computeIfAbsent(key.group(1), it -> new TreeSet<>()).add(code(name)));
        });
    return joined(found);
  }

  private static Map<String, String> joined(Map<String, Set<String>> found) {
    var rows = new TreeMap<String, String>();
    found.forEach((key, classes) -> rows.put(key, String.join(", ", classes)));
    return rows;
  }

  private static String withoutPackage(String name) {
    return name.replace("care.vestibule.", "");
  }

  private static String code(String name) {
    return "`" + name + "`";
  }

  private static Map<String, String> sources() {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file ->
                      SOURCES
                          .resolve("care/vestibule")
                          .relativize(file)
                          .toString()
                          .replace(".java", "")
                          .replace('/', '.'),
                  WhereIsWhatTests::read,
                  (one, other) -> one,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
