package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class KnownAnswersTests {

  @Test
  void everyFormatStillGivesTheBytesItGaveWhenTheFileWasWritten() throws IOException {
    assertThat(KnownAnswers.compute()).isEqualTo(KnownAnswers.read());
  }
}
