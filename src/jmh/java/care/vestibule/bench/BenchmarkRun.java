package care.vestibule.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every benchmark and prints how they stand to each other; only that is worth keeping. */
final class BenchmarkRun {

  private BenchmarkRun() {}

  public static void main(String[] arguments) throws RunnerException {
    var time = TimeValue.milliseconds(Long.parseLong(arguments[0]));
    var results =
        new Runner(
                new OptionsBuilder()
                    .include("care[.]vestibule[.]bench[.].*Benchmark")
                    .mode(Mode.Throughput)
                    .timeUnit(TimeUnit.SECONDS)
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(time)
                    .measurementIterations(5)
                    .measurementTime(time)
                    .resultFormat(ResultFormatType.JSON)
                    .result("target/benchmarks.json")
                    .build())
            .run();
    ratio("wrap an entity's key / bare AES-GCM", results, "Entity.*[.]wrap", "Entity.*sealBare");
    ratio("unwrap an entity's key / bare AES-GCM", results, "Entity.*unwrap", "Entity.*openBare");
    ratio("count an entity / bare AES-GCM", results, "Entity.*tally", "Entity.*sealBare");
    ratio("seal with X-Wing / with RSA", results, "Sealing.*seal X_WING", "Sealing.*seal RSA_OAEP");
    ratio("open with X-Wing / with RSA", results, "Sealing.*open X_WING", "Sealing.*open RSA_OAEP");
    ratio("send recorded / by a bare client", results, "Sending.*recorded", "Sending.*bare");
    ratio("send recorded / hand over only", results, "Sending.*recorded", "Sending.*handedOver");
    ratio("wrap / seal with X-Wing", results, "Entity.*[.]wrap", "Sealing.*seal X_WING");
  }

  private static void ratio(String name, Collection<RunResult> results, String a, String b) {
    var ratio = perSecond(results, a) / perSecond(results, b);
    System.out.printf(Locale.ROOT, "%-40s %8.3f%n", name, ratio);
  }

  private static double perSecond(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> nameOf(result).matches(".*" + name + ".*"))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }

  private static String nameOf(RunResult result) {
    var parameters = result.getParams();
    return parameters.getBenchmark()
        + (parameters.getParamsKeys().contains("suite") ? " " + parameters.getParam("suite") : "");
  }
}
