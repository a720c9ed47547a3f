package care.vestibule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import care.vestibule.crypto.Pepper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTests {

  @TempDir private Path directory;

  @Test
  void aSecretIsReadFromItsHexDigitsWhateverWhiteSpaceSurroundsThem() throws IOException {
    write("pepper", " " + "ab".repeat(32) + "\n");

    try (var read = new SecretFiles(directory).read("pepper", Pepper::of);
        var same = Pepper.of(filled(32))) {
      assertThat(read.hash(new byte[1], new byte[1]))
          .isEqualTo(same.hash(new byte[1], new byte[1]));
    }
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretFiles(directory).read("pepper", Pepper::of))
        .withMessageContaining(directory.resolve("pepper").toString());
  }

  @Test
  void aFileOfTheWrongLengthOrAlphabetIsNamedButNotQuoted() throws IOException {
    for (var content :
        new String[] {"cafe".repeat(15), "cafe".repeat(17), "xy".repeat(32), "caf"}) {
      write("pepper", content);
      assertThatIllegalStateException()
          .isThrownBy(() -> new SecretFiles(directory).read("pepper", Pepper::of))
          .withNoCause()
          .withMessageContaining("pepper")
          .withMessageNotContainingAny("caf", "xy");
    }
  }

  @Test
  void theNextAndTheFormerAreReadBesideTheOneInUseWhereThereAreAny() throws IOException {
    var files = new SecretFiles(directory);
    assertThat(files.readBeside("pepper", Pepper::of)).isEmpty();
    write("pepper.next", "ab".repeat(32));
    write("pepper.former", "cd".repeat(32));

    var beside = files.readBeside("pepper", Pepper::of);

    assertThat(beside).hasSize(2);
    try (var next = Pepper.of(filled(32))) {
      assertThat(beside.getFirst().hash(new byte[1], new byte[1]))
          .isEqualTo(next.hash(new byte[1], new byte[1]));
    }
  }

  @Test
  void aFormerPepperWithoutTheFirstOneStopsTheStart() throws IOException {
    write("pepper", "ab".repeat(32));
    write("pepper.former", "cd".repeat(32));
    var files = new SecretFiles(directory);

    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretsConfiguration().pepper(files))
        .withMessageContaining("pepper.origin");
    write("pepper.origin", "cd".repeat(32));

    try (var pepper = new SecretsConfiguration().pepper(files);
        var first = Pepper.of(HexFormat.of().parseHex("cd".repeat(32)))) {
      assertThat(pepper.name(new byte[1], new byte[1]))
          .isEqualTo(first.hash(new byte[1], new byte[1]));
    }
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  private static byte[] filled(int size) {
    var bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0xab);
    return bytes;
  }
}
