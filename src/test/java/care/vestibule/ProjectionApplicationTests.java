package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.projection.OpenRebuild;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as operations start it: neither engine nor secrets are there. */
class ProjectionApplicationTests {

  private final TestDatabase database = TestDatabase.get();

  @TempDir private Path directory;

  @Test
  void theReadModelIsRebuiltAndARebuildThatWasBegunIsEnded() throws Exception {
    // What other tests changed by hand is theirs.
    database.jdbc().sql("delete from engine_journal").update();
    database
        .jdbc()
        .sql(
            """
            insert into engine_journal
            values (80, 1, 8001, 8001, 1760000000000, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED',
              '{"elementId": "p", "bpmnElementType": "PROCESS", "bpmnProcessId": "p", "version": 1}')
            """)
        .update();
    database
        .jdbc()
        .sql("insert into engine_position values (80, 1, now()) on conflict do nothing")
        .update();

    assertThat(run("rebuild"))
        .isEqualTo(new Ended(0, List.of("100 % replayed", "The read model is rebuilt.")));
    assertThat(processes()).containsExactly(8001L);

    database.jdbc().sql("delete from engine_instance").update();
    OpenRebuild.begin();
    assertThat(run("rebuild").lines())
        .hasSize(3)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("Resuming the rebuild started at ");
    assertThat(processes()).containsExactly(8001L);
  }

  @Test
  void aWordNobodyKnowsIsAnsweredWithTheCommandThereIs() throws Exception {
    var ended = run("rebuild", "yesterday");

    assertThat(ended.lines()).containsExactly("Usage:", "  projection rebuild");
    assertThat(ended.code()).isEqualTo(2);
  }

  private List<Long> processes() {
    return database
        .jdbc()
        .sql("select instance_key from engine_instance")
        .query((row, number) -> row.getLong(1))
        .list();
  }

  private Ended run(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(VestibuleApplication.class.getName(), "projection"));
    command.addAll(List.of(words));
    command.add("--spring.datasource.url=" + database.url());
    command.add("--spring.datasource.username=vestibule_app");
    command.add("--spring.datasource.password=app");
    var output = Files.createTempFile(directory, "output", ".txt");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int code = process.waitFor();
    return new Ended(code, Files.readAllLines(output, StandardCharsets.UTF_8));
  }

  private record Ended(int code, List<String> lines) {}
}
