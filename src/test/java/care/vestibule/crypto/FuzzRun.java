package care.vestibule.crypto;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs Jazzer on every decoder, one after the other, each for {@code fuzz.seconds}.
 *
 * <p>Ends with an error at the first exception that is no refusal and the first input that takes
 * longer than ten seconds; the input is kept in {@code target/fuzz}.
 */
final class FuzzRun {

  private static final Path DIRECTORY = Path.of("target", "fuzz");

  private FuzzRun() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var seconds = arguments[0];
    for (var decoder : FuzzedDecoder.values()) {
      var corpus = Files.createDirectories(DIRECTORY.resolve(decoder.name()));
      Files.write(corpus.resolve("example"), decoder.example());
      var status = run(decoder, corpus, seconds);
      if (status != 0) {
        throw new IllegalStateException(decoder + " failed; the input lies in " + DIRECTORY);
      }
      System.out.println("Fuzzed " + decoder + " for " + seconds + " s: only refusals");
    }
  }

  private static int run(FuzzedDecoder decoder, Path corpus, String seconds)
      throws IOException, InterruptedException {
    var log = DIRECTORY.resolve(decoder + ".log").toFile();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx1g",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzTarget.class.getName(),
            "--target_args=" + decoder.name(),
            // Its detectors look for SQL, templates and class loading, of which there is none here.
            "--hooks=false",
            "--instrumentation_includes=care.vestibule.crypto.**",
            "--reproducer_path=" + DIRECTORY,
            "-artifact_prefix=" + DIRECTORY + File.separator + decoder + "-",
            "-max_total_time=" + seconds,
            "-timeout=10",
            "-max_len=8192",
            corpus.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start()
        .waitFor();
  }
}
