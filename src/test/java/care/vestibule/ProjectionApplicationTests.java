package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as operations start it: neither engine nor secrets are there. */
class ProjectionApplicationTests {

  private final TestDatabase database = TestDatabase.get();

  @TempDir private Path directory;

  @Test
  void theTablesAreMadeAnewAndThenTellTheSame() throws Exception {
    // What other tests changed by hand is theirs.
    database.jdbc().sql("delete from engine_journal").update();
    database
        .jdbc()
        .sql(
            """
            insert into engine_journal
            values (80, 1, 8001, 8001, 1760000000000, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED',
              '{"elementId": "p", "bpmnElementType": "PROCESS", "bpmnProcessId": "p", "version": 1}')
            on conflict do nothing
            """)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into engine_position values (80, 1, now(), 1, now()) on conflict do nothing
            """)
        .update();

    var before = run("compare");
    assertThat(before.lines())
        .containsExactly("1 rows differ from what the journal tells.", "  process 8001");
    assertThat(before.code()).isEqualTo(1);

    assertThat(run("rebuild", "81:5"))
        .isEqualTo(new Ended(0, List.of("The tables were made anew.")));
    assertThat(run("compare"))
        .isEqualTo(new Ended(0, List.of("0 rows differ from what the journal tells.")));
  }

  @Test
  void aWordNobodyKnowsIsAnsweredWithTheCommandsThereAre() throws Exception {
    var ended = run("rebuild", "yesterday");

    assertThat(ended.lines())
        .containsExactly(
            "Usage:",
            "  projection compare",
            "  projection drop",
            "  projection rebuild [PARTITION:POSITION]...");
    assertThat(ended.code()).isEqualTo(2);
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
