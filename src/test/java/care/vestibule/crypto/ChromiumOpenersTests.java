package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChromiumOpenersTests {

  @Test
  void workersOpenAPageOfRecordsAndRefuseWhatIsNotInOrder() throws IOException {
    try (var page = CryptoPage.open()) {
      assertThat(page.call("openingAll", "opening-worker.js")).isEqualTo(List.of());

      assertThat(page.workers()).isNotEmpty().allMatch(url -> url.endsWith("/opening-worker.js"));
    }
  }

  @Test
  void whereNoWorkerStartsThePageDoesItsWork() throws IOException {
    try (var page = CryptoPage.open()) {
      assertThat(page.call("openingAll", "not-there.js")).isEqualTo(List.of());
    }
  }
}
