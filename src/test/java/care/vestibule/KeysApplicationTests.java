package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as an administrator starts it: no engine is there. */
class KeysApplicationTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);

  @TempDir private Path directory;

  @Test
  void aCommandRunsWithoutTheEngineAndReadsOnlyTheSecretItNeeds() throws Exception {
    Files.writeString(directory.resolve("master"), "ab".repeat(32));
    var clinic = fixtures.aClinic();
    var doctor = fixtures.anHcp(clinic.id());

    var ended = run("verify", clinic.id().toString());

    assertThat(ended.lines())
        .containsExactly(
            "clinic " + clinic.id() + " keystore opens", "  hcp " + doctor.id() + " NO ACTIVE KEY");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void aWrongMasterSecretEndsTheCommandWithOneSentenceThatDoesNotQuoteIt() throws Exception {
    var ended = run("verify", "--vestibule.secrets.master=" + "cd".repeat(31));

    assertThat(ended.lines())
        .containsExactly("vestibule.secrets.master does not hold 64 hex digits");
    assertThat(ended.code()).isEqualTo(4);
  }

  @Test
  void aWordNobodyKnowsIsAnsweredWithTheCommandsThereAre() throws Exception {
    var ended = run("explode", "--vestibule.secrets.master=" + "cd".repeat(32));

    assertThat(ended.lines())
        .containsExactly(
            "Usage:",
            "  keys backup FILE PASSPHRASE_FILE",
            "  keys restore FILE PASSPHRASE_FILE [--force]",
            "  keys rotate-hcp CLINIC HCP [x-wing|rsa-oaep]",
            "  keys rotate-master NEW_SECRET_FILE",
            "  keys verify [CLINIC]");
    assertThat(ended.code()).isEqualTo(2);
  }

  private Ended run(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(VestibuleApplication.class.getName(), "keys"));
    command.addAll(List.of(words));
    command.add("--spring.datasource.url=" + database.url());
    command.add("--spring.datasource.username=vestibule_app");
    command.add("--spring.datasource.password=app");
    command.add("--vestibule.secrets.directory=" + directory);
    command.add("--vestibule.sharing.keystores=" + directory.resolve("keystores"));
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
