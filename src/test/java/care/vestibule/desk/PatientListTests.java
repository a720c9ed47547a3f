package care.vestibule.desk;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.desk.PatientList.NamedPatient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientListTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MRN,born\nA-1,1977-09-16\nB-2",
        "MRN;born\r\nA-1;1977-09-16\r\nB-2\r\n",
        "MRN\tborn\nA-1\t1977-09-16\nB-2",
        "\uFEFFMRN,born\n\"A-1\", \"1977-09-16\"\n  B-2  "
      })
  void aListIsReadAsSpreadsheetsWriteIt(String list) {
    assertThat(PatientList.read(list))
        .contains(List.of(patient(2, "A-1", "1977-09-16"), patient(3, "B-2", "")));
  }

  @Test
  void aQuotedCellKeepsItsCommasItsQuotesAndItsLineBreaks() {
    assertThat(PatientList.read("\"A,1\"\n\"say \"\"no\"\"\"\n\"two\nlines\",2001-01-02\nB-2"))
        .contains(
            List.of(
                patient(1, "A,1", ""),
                patient(2, "say \"no\"", ""),
                patient(3, "two\nlines", "2001-01-02"),
                patient(5, "B-2", "")));
  }

  @Test
  void emptyLinesAreCountedAndPassedOver() {
    assertThat(PatientList.read("\n\nA-1\n\nB-2\n"))
        .contains(List.of(patient(3, "A-1", ""), patient(5, "B-2", "")));
  }

  @Test
  void aQuoteThatIsNeverClosedIsNoListBecauseItWouldSwallowTheRest() {
    assertThat(PatientList.read("A-1\n\"B-2\nC-3\n")).isEmpty();
  }

  private static NamedPatient patient(int line, String name, String born) {
    return new NamedPatient(
        line, name, Optional.empty(), Optional.of(born).filter(day -> !day.isEmpty()));
  }
}
