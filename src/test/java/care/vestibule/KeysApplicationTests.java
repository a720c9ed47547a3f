package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.sharing.custody.ExitCode;
import care.vestibule.sharing.custody.KeyCommands;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysApplicationTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);

  @TempDir private Path directory;

  @Test
  void theCommandsRunWithoutWebAndEngineAndReadOnlyTheSecretTheyNeed() throws IOException {
    Files.writeString(directory.resolve("master"), "ab".repeat(32));
    var clinic = fixtures.aClinic();
    var doctor = fixtures.anHcp(clinic.id());
    var out = new ArrayList<String>();
    try (var house = KeysApplication.house().run(arguments())) {
      var commands = house.getBean(KeyCommands.class);

      var code = commands.run(List.of("verify", clinic.id().toString()), out::add, out::add);

      assertThat(code).isEqualTo(ExitCode.FOUND_PROBLEMS);
      assertThat(out)
          .containsExactly(
              "clinic " + clinic.id() + " keystore opens",
              "  hcp " + doctor.id() + " NO ACTIVE KEY");
      out.clear();
      assertThat(commands.run(List.of(), out::add, out::add)).isEqualTo(ExitCode.USAGE);
      assertThat(out)
          .first()
          .asString()
          .contains("backup FILE", "restore FILE", "rotate-hcp CLINIC", "rotate-master", "verify");
    }
  }

  @Test
  void withoutAMasterSecretTheCommandEndsWithAnExitCode() {
    var arguments = new ArrayList<>(List.of("keys", "verify"));
    arguments.addAll(List.of(arguments()));

    assertThat(KeysApplication.run(arguments.toArray(String[]::new)))
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void theMasterSecretMayComeFromAPropertyAndIsNotQuotedWhenItIsWrong() {
    var right = run("--vestibule.secrets.master=" + "cd".repeat(32));
    var wrong = run("--vestibule.secrets.master=" + "cd".repeat(31));

    assertThat(right).isEqualTo(ExitCode.DONE);
    assertThat(wrong).isEqualTo(ExitCode.UNREACHABLE);
  }

  private ExitCode run(String secret) {
    var clinic = fixtures.aClinic();
    var arguments = new ArrayList<>(List.of("keys", "verify", clinic.id().toString(), secret));
    arguments.addAll(List.of(arguments()));
    return KeysApplication.run(arguments.toArray(String[]::new));
  }

  private String[] arguments() {
    return new String[] {
      "--spring.datasource.url=" + database.url(),
      "--spring.datasource.username=vestibule_app",
      "--spring.datasource.password=app",
      "--vestibule.secrets.directory=" + directory,
      "--vestibule.sharing.keystores=" + directory.resolve("keystores")
    };
  }
}
