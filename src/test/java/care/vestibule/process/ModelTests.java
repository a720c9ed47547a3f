package care.vestibule.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.w3c.dom.Element;

class ModelTests {

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern WORD = Pattern.compile("(?<![.\\w])[a-zA-Z]\\w*(?!\\w*\\()");
  private static final Set<String> KEYWORDS =
      Set.of("null", "true", "false", "and", "or", "not", "item");

  private final Model model = new Model();

  @Test
  void jobTypesAreSpelledAsTheServiceTasksTheyServe() {
    assertThat(names(JobType.values(), JobType::id))
        .isEqualTo(Model.values(model.bpmn("serviceTask"), "id"))
        .isEqualTo(Model.values(model.zeebe("taskDefinition"), "type"));
  }

  @Test
  void messagesAreSpelledAsInTheModel() {
    assertThat(names(ProcessMessage.values(), ProcessMessage::id))
        .isEqualTo(Model.values(model.bpmn("message"), "name"));
  }

  @Test
  void errorsAreSpelledAsInTheModel() {
    assertThat(names(BusinessError.values(), Enum::name))
        .isEqualTo(Model.values(model.bpmn("error"), "errorCode"));
  }

  @Test
  void everyMessageAndErrorOfTheModelIsCaughtSomewhere() {
    var caught =
        Stream.of("messageEventDefinition", "errorEventDefinition", "receiveTask")
            .flatMap(type -> model.bpmn(type).stream())
            .map(each -> each.getAttribute("messageRef") + each.getAttribute("errorRef"))
            .collect(Collectors.toCollection(TreeSet::new));
    var defined =
        Stream.of("message", "error")
            .flatMap(type -> model.bpmn(type).stream())
            .map(each -> each.getAttribute("id"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(caught).isEqualTo(defined);
  }

  @Test
  void everyJobTypeHasExactlyOneWorker() {
    var served = Workers.all().stream().map(Workers::served).sorted().toList();

    assertThat(served).containsExactly(JobType.values());
  }

  @Test
  void everyServiceTaskUserTaskAndMessageOfTheModelHasAClassOfItsName() throws IOException {
    var classes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      files.map(file -> file.getFileName().toString()).forEach(classes::add);
    }
    var expected = new TreeSet<String>();
    names("serviceTask", "id").forEach(name -> expected.add(name + "Worker.java"));
    names("userTask", "id").forEach(name -> expected.add(name + ".java"));
    names("message", "name").forEach(name -> expected.add(name + ".java"));

    assertThat(expected)
        .contains("ShareDataWorker.java", "ApproveAccess.java", "PatientLoggedIn.java");
    assertThat(classes).containsAll(expected);
  }

  /** The names of those elements as Java spells classes: {@code fix-contact} is FixContact. */
  private Stream<String> names(String type, String attribute) {
    return Model.values(model.bpmn(type), attribute).stream()
        .map(
            name ->
                Arrays.stream(name.split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining()));
  }

  @Test
  void theModelReadsOnlyVariablesOnTheList() {
    assertThat(names(ProcessVariable.values(), ProcessVariable::id))
        .containsAll(variablesOfTheModel());
  }

  @Test
  void everyVariableOnTheListIsUsedByTheModelOrAWorker() {
    var used = new TreeSet<>(variablesOfTheModel());
    Workers.all().forEach(worker -> used.addAll(variablesOf(worker)));

    // Every worker is given where the trace has come to.
    used.add(ProcessVariable.TRACEPARENT.id());
    assertThat(used).isEqualTo(names(ProcessVariable.values(), ProcessVariable::id));
  }

  @Test
  void everyEndAndEveryStepHasANameAPersonCanRead() {
    var nameless =
        Stream.of("endEvent", "startEvent", "boundaryEvent", "serviceTask", "userTask")
            .flatMap(type -> model.bpmn(type).stream())
            .filter(element -> element.getAttribute("name").isBlank())
            .map(element -> element.getAttribute("id"));

    assertThat(nameless).isEmpty();
  }

  @Test
  void idsAreWordsWithHyphens() {
    assertThat(Model.values(model.bpmn("process"), "id")).containsExactly("patient-access");
    assertThat(model.all().stream().map(element -> element.getAttribute("id")))
        .allMatch(id -> id.matches("[a-z0-9-]*"));
  }

  private Collection<String> variablesOfTheModel() {
    return expressions()
        .map(expression -> TEXT.matcher(expression).replaceAll(""))
        .flatMap(expression -> WORD.matcher(expression).results().map(MatchResult::group))
        .filter(word -> !KEYWORDS.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> expressions() {
    var targets = Stream.of("input", "output").flatMap(type -> model.zeebe(type).stream());
    var loops = model.zeebe("loopCharacteristics").stream();
    return Stream.of(
            model.all().stream().flatMap(ModelTests::attributes),
            model.all().stream().filter(ModelTests::isLeaf).map(Element::getTextContent),
            targets.map(element -> "=" + element.getAttribute("target")),
            loops.flatMap(
                element ->
                    Stream.of("inputElement", "outputCollection")
                        .map(attribute -> "=" + element.getAttribute(attribute))))
        .flatMap(found -> found)
        .filter(text -> text.startsWith("="));
  }

  private static boolean isLeaf(Element element) {
    return Model.list(element.getElementsByTagNameNS("*", "*")).isEmpty();
  }

  private static Stream<String> attributes(Element element) {
    var attributes = element.getAttributes();
    return IntStream.range(0, attributes.getLength())
        .mapToObj(i -> attributes.item(i).getNodeValue());
  }

  private static List<String> variablesOf(Class<?> worker) {
    var type = ResolvableType.forClass(worker).as(JobWorker.class);
    return Stream.of(0, 1)
        .map(type::getGeneric)
        .flatMap(record -> Arrays.stream(record.toClass().getRecordComponents()))
        .map(RecordComponent::getName)
        .toList();
  }

  private static <T> Set<String> names(T[] constants, Function<T, String> spelling) {
    return Arrays.stream(constants).map(spelling).collect(Collectors.toCollection(TreeSet::new));
  }
}
