package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

/** What the command prints when everything is ready, as a newcomer reads it. */
record ReadyNotice(String apiKey, UUID patient, UUID doctor) {

  static ReadyNotice in(String output) {
    return new ReadyNotice(
        first("API key\\s+(\\S+)", output),
        UUID.fromString(first("\"patientId\":\"([^\"]+)\"", output)),
        UUID.fromString(first("\"invitedBy\":\"([^\"]+)\"", output)));
  }

  private static String first(String pattern, String output) {
    var matcher = Pattern.compile(pattern).matcher(output);
    assertThat(matcher.find()).as("the notice has %s: %s", pattern, output).isTrue();
    return matcher.group(1);
  }
}
