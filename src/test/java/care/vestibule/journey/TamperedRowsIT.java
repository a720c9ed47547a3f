package care.vestibule.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whoever owns the database changes one value after the other while a patient reads and a doctor
 * shares: nothing false is ever accepted, and what each of them says to it stands in a list.
 */
class TamperedRowsIT {

  private static final String ZAVALA = "9999940999";
  private static final String LIST = "/journey/tampered-columns.txt";

  /** Tables whose bytes are no keys, wraps, signatures or proofs, and what attacks them instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("api_client", "ApiKeyTests: hashes of API keys"),
          Map.entry("audit_event", "AuditLogTests: a chain of its own"),
          Map.entry("audit_head", "AuditLogTests: a chain of its own"),
          Map.entry("device_copy", "SecondDeviceIT: opened by the device that sealed it, or not"),
          Map.entry("key_transfer", "SecondDeviceIT: as key_backup, but taken once"),
          Map.entry("enrolment_code", "SecondFactorTests: hashes of codes"),
          Map.entry("invitation_idempotency", "InvitationsApiTests: hashes of requests"),
          Map.entry("invitation_link", "EnrolmentsTests: hashes of links"),
          Map.entry("invitation_link_route", "EnrolmentsTests: where a link is found"),
          Map.entry("key_rotation", "HcpKeyRotationTests: which rotation is under way"),
          Map.entry("share_replaced", "BrowserIT: has to add up to what the doctor signed"),
          Map.entry("task_look", "TaskApiIT: the key a doctor saw, compared when it is answered"),
          Map.entry("login_challenge", "DeviceLoginTests: numbers to sign"),
          Map.entry("message_attempt", "EmailDeliveryTests: digests of letters"),
          Map.entry("spring_session_attributes", "DeviceLoginTests: the cookie has a MAC"));

  private final TestInstallation vestibule = TestInstallation.open();

  @Test
  void noChangedColumnOfAnyKeyTableIsAccepted() {
    var expected = expectations();
    var seen = new TreeMap<String, String>();
    try (var database = new Tampering(vestibule.stack().database().url(), tablesIn(expected))) {
      var journey = new ChecksDuringTampering(vestibule, ZAVALA, database);
      database.keepCopies();
      for (var row : journey.rows().entrySet()) {
        var table = tableOf(row.getKey());
        for (var column : database.columnsOf(table).entrySet()) {
          for (var place : placesIn(column.getValue())) {
            seen.put(
                row.getKey() + "." + column.getKey() + place,
                journey.seenWith(table, row.getValue(), column.getKey(), column.getValue(), place));
          }
        }
      }
    }
    assertThat(listed(seen)).isEqualTo(listed(expected));
  }

  @Test
  void everyTableWithBytesOrKeysIsInTheListOrAttackedElsewhere() {
    var known = new TreeSet<>(tablesIn(expectations()));
    known.addAll(ELSEWHERE.keySet());
    try (var database = new Tampering(vestibule.stack().database().url(), List.of())) {
      assertThat(database.tablesWithKeysOrBytes()).isSubsetOf(known);
    }
  }

  private static List<String> tablesIn(Map<String, String> expected) {
    return expected.keySet().stream().map(TamperedRowsIT::tableOf).distinct().toList();
  }

  private static String tableOf(String name) {
    return name.replaceAll("[/.].*", "");
  }

  private static List<String> placesIn(String type) {
    return type.equals("bytea") ? List.of("@first", "@middle", "@last") : List.of("");
  }

  private static String listed(Map<String, String> outcomes) {
    var lines = new StringBuilder();
    outcomes.forEach((name, what) -> lines.append(name).append(" = ").append(what).append('\n'));
    return lines.toString();
  }

  private static Map<String, String> expectations() {
    var lines = new TreeMap<String, String>();
    try (var in = TamperedRowsIT.class.getResourceAsStream(LIST)) {
      for (var line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var parts = line.split(" = ", 2);
          lines.put(parts[0].strip(), parts[1].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
