package care.vestibule.bench;

import care.vestibule.sharing.Sharing;
import care.vestibule.sharing.SharingFixture;
import care.vestibule.sharing.SharingTestApplication;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Shares a whole record on a real database, beside the least that could be written instead, and
 * prints how they stand to each other.
 *
 * <p>Run with a small heap it shows, too, that a share needs no more for a larger record.
 */
final class ShareRun {

  private static final int ROUNDS = 3;
  private static final int ONE_BY_ONE = 300;

  private ShareRun() {}

  public static void main(String[] arguments) {
    int entities = Integer.parseInt(arguments[0]);
    try (var vestibule =
        new SpringApplicationBuilder(SharingTestApplication.class, SharingFixture.class)
            .properties(
                "vestibule.base-url=https://portal.example",
                "vestibule.sharing.keystores=target/keystores",
                "vestibule.sharing.interval=PT1H",
                "vestibule.sharing.vouching=PT1H",
                "server.port=0",
                "logging.level.root=warn")
            .run()) {
      var record = new LargeRecord(vestibule, entities);
      var shares = new double[ROUNDS];
      var bare = new double[ROUNDS];
      var oneByOne = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        bare[round] = entities / seconds(record::copyBare);
        record.forget();
        shares[round] = entities / seconds(() -> record.share(vestibule.getBean(Sharing.class)));
        record.forget();
        oneByOne[round] = ONE_BY_ONE / seconds(() -> record.shareOneByOne(ONE_BY_ONE));
        record.forget();
        System.out.printf(
            Locale.ROOT,
            "round %d: share %.0f/s, COPY and bare AES-GCM %.0f/s, one by one %.0f/s%n",
            round + 1,
            shares[round],
            bare[round],
            oneByOne[round]);
      }
      System.out.printf(
          Locale.ROOT,
          "share of %d entities / COPY of the same rows and bare AES-GCM %8.2f%n",
          entities,
          median(shares) / median(bare));
      System.out.printf(
          Locale.ROOT,
          "share / a transaction for each entity %8.1f%n",
          median(shares) / median(oneByOne));
      System.out.printf(
          Locale.ROOT, "heap allowed: %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    }
  }

  private static double seconds(LongSupplier work) {
    long start = System.nanoTime();
    long done = work.getAsLong();
    var took = (System.nanoTime() - start) / 1e9;
    if (done == 0) {
      throw new IllegalStateException("Nothing was done");
    }
    return took;
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
