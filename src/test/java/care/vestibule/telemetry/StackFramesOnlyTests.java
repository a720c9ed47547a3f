package care.vestibule.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackFramesOnlyTests {

  @Test
  void anExceptionInTheLogTellsClassesAndPlacesAndNothingItSays() {
    var cause = new IllegalArgumentException("zoraida@example.org");
    var thrown = new IllegalStateException("to Zoraida", cause);

    assertThat(new StackFramesOnly().printStackTraceToString(thrown))
        .contains("java.lang.IllegalStateException\n\tat ")
        .contains("caused by java.lang.IllegalArgumentException\n\tat ")
        .contains("FramesOnlyTests.anException")
        .doesNotContain("oraida");
  }

  @Test
  void exceptionsThatCauseEachOtherComeToAnEnd() {
    var first = new IllegalStateException();
    var second = new IllegalArgumentException(first);
    first.initCause(second);

    assertThat(new StackFramesOnly().printStackTraceToString(first).split("caused by")).hasSize(2);
  }
}
