package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTests {

  @Test
  void fieldsThatNeedNoQuotesHaveNone() {
    assertThat(CsvRow.of("1", "ENDED", "", "2026-01-01T00:00:00Z"))
        .hasToString("1,ENDED,,2026-01-01T00:00:00Z\r\n");
  }

  @Test
  void whatWouldEndAFieldIsQuoted() {
    assertThat(CsvRow.of("a,b", "say \"no\"", "two\r\nlines", "c"))
        .hasToString("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\",c\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void aFieldThatASpreadsheetWouldCarryOutBeginsWithAnApostrophe(String formula) {
    assertThat(CsvRow.of("1", formula)).hasToString("1,'" + formula + "\r\n");
  }

  @Test
  void aFormulaBehindACarriageReturnIsQuotedToo() {
    assertThat(CsvRow.of("\r=1")).hasToString("\"'\r=1\"\r\n");
  }

  @Test
  void whatOnlyContainsSuchASignIsLeftAlone() {
    assertThat(CsvRow.of("share-data", "a=b")).hasToString("share-data,a=b\r\n");
  }
}
