package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.sharing.RevocationReason;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every address of Vestibule against everybody who may knock: {@code access.txt} says who is let
 * in, and an address without a row fails the build.
 */
class AccessMatrixIT {

  private static final String ZAVALA = "9999940999";
  private static final String POLLICH = "9999986893";
  private static final String LAPSED = "9999984591";
  private static final Path TABLE = Path.of("src", "test", "resources", "access.txt");
  private static final Set<Integer> SHUT = Set.of(401, 403, 404);

  /** What belongs into a letter, by the last word of the address; forms take all of it at once. */
  private static final Map<String, List<String>> LETTERS =
      Map.of(
          "approve", List.of("fingerprint"),
          "decline", List.of("reason"),
          "assign", List.of("colleague"),
          "comments", List.of("words"),
          "revoke", List.of("reason"),
          "deputyships", List.of("deputy", "from", "until"),
          "status", List.of("status"),
          "checks", List.of("outcome"),
          "views", List.of("name"));

  private final TestInstallation vestibule = TestInstallation.open();
  private final JourneyDoctor own = vestibule.doctor(ZAVALA);
  private final PatientDevice device = new PatientDevice(vestibule.address());
  private final Map<String, String> things = new TreeMap<>();
  private final Map<String, Knocker> knockers = new LinkedHashMap<>();

  @Test
  void everyAddressLetsInWhomItsRowNamesAndNobodyElse() throws IOException {
    prepare();
    var rows = rows();
    assertThat(rows.keySet()).as("the rows of " + TABLE).isEqualTo(vestibule.endpoints());
    var wrong = new ArrayList<String>();
    for (var endpoint : inOrder(rows.keySet())) {
      var allowed = Objects.requireNonNull(rows.get(endpoint));
      var found = new TreeSet<String>();
      // Who must not come in knocks first: what the others may do could shut the door.
      knockers.forEach(
          (name, knocker) -> {
            if (!allowed.contains(name) && isOpen(endpoint, knocker)) {
              found.add(name);
            }
          });
      knockers.forEach(
          (name, knocker) -> {
            if (allowed.contains(name) && isOpen(endpoint, knocker)) {
              found.add(name);
            }
          });
      if (!found.equals(allowed)) {
        wrong.add(endpoint + ": " + String.join(" ", found) + "; the row says " + allowed);
      }
    }
    assertThat(wrong).isEmpty();
  }

  // What ends a right comes after everything that shows it.
  private static List<String> inOrder(Set<String> endpoints) {
    return endpoints.stream()
        .sorted(
            Comparator.comparing((String one) -> one.startsWith("DELETE") || one.endsWith("/end")))
        .toList();
  }

  @AfterEach
  void nobodyStandsInAnyMore() {
    for (var one : JourneyHttp.json(own.http().get("/api/v1/deputyships"))) {
      own.http().delete("/api/v1/deputyships/" + one.get("id").asString());
    }
  }

  private boolean isOpen(String endpoint, Knocker knocker) {
    var method = endpoint.substring(0, endpoint.indexOf(' '));
    var path = endpoint.substring(endpoint.indexOf(' ') + 1);
    for (var thing : things.entrySet()) {
      if (path.matches(thing.getKey())) {
        path = path.replaceFirst("\\{[a-z]+}", thing.getValue());
      }
    }
    path = path.replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
    var answer = knock(knocker, method, path);
    var leadsTo = answer.headers().firstValue("Location").orElse("");
    return !SHUT.contains(answer.statusCode())
        && (path.endsWith("login") || !leadsTo.matches(".*/login"));
  }

  // What is sent is in order, so that a door is not shut for what was in the letter.
  private HttpResponse<?> knock(Knocker knocker, String method, String path) {
    if (path.startsWith("/engine/")) {
      return knocker.http().knock(method, path, "application/x-ndjson", "", knocker.headers());
    }
    if (path.matches("/(api|fhir|my/login|my/restore|i)/?.*")) {
      var body = JourneyHttp.JSON.writeValueAsString(letter(method, path));
      return knocker.http().knock(method, path, "application/json", body, knocker.headers());
    }
    var form = new TreeMap<String, String>();
    LETTERS.values().forEach(fields -> fields.forEach(name -> form.put(name, word(name, path))));
    form.put("_csrf", knocker.csrf());
    return knocker
        .http()
        .knock(
            method,
            path,
            "application/x-www-form-urlencoded",
            JourneyHttp.form(form),
            knocker.headers());
  }

  private Map<String, String> letter(String method, String path) {
    var kind = method.equals("PATCH") ? "status" : path.substring(path.lastIndexOf('/') + 1);
    var letter = new TreeMap<String, String>();
    LETTERS.getOrDefault(kind, List.of()).forEach(name -> letter.put(name, word(name, path)));
    return letter;
  }

  private String word(String name, String path) {
    return switch (name) {
      case "fingerprint" -> "00000 00000 00000 00000 00000 00000";
      case "reason" -> path.endsWith("/revoke") ? RevocationReason.MISTAKE.name() : "TALK_FIRST";
      case "colleague", "deputy" -> vestibule.professional(POLLICH).id().toString();
      case "outcome" -> "CONFIRMED";
      case "from", "until" -> LocalDate.now(ZoneId.systemDefault()).toString();
      case "status" -> "ongoing";
      default -> "x";
    };
  }

  private void prepare() {
    var small = SmallPatient.of(ZAVALA);
    var patient = small.importedBy(vestibule.clinicSystem());
    var invitation = vestibule.clinicSystem().invites(patient, vestibule.demo().doctor().value());
    device.enrolsWithoutCode(
        new PatientMailbox(vestibule.address(), small.email(), "").awaitsLink(1));
    var task = own.awaitsRequestOf(patient);
    things.put(".*/(tasks|notifications|Task|checks)/\\{.*", task.toString());
    things.put(".*/invitations/\\{.*", invitation.toString());
    things.put(".*/patients/\\{.*", patient.toString());
    things.put("/monitor/instances/\\{.*", vestibule.operations().awaitsAnInstance());
    // Found after the one above, which fills in the process.
    things.put("/monitor/instances/\\{?\\d+/operations/\\{.*", "cancel");
    things.put("/monitor/operations/\\{.*", aDecision());
    things.put("/monitor/panels/\\{.*", "funnel");
    things.put("/monitor/models/\\{.*", "1");
    things.put("/monitor/retries/\\{.*", aRetry());
    things.put("/local/mailbox/\\{.*", aMail());
    own.approves(task);
    own.awaitsStatus(task, "completed");
    var revoked =
        own.http()
            .post(
                "/api/v1/notifications/" + task + "/revoke",
                "application/json",
                "{\"reason\": \"%s\"}".formatted(RevocationReason.MISTAKE));
    assertThat(revoked.statusCode()).as(revoked.body()).isLessThan(300);
    var deputyship = deputises(POLLICH, 0);
    deputises(LAPSED, 30);
    things.put(".*/(deputies|deputyships)/\\{.*", deputyship);

    knows("own", own.http(), "/tasks");
    knows("deputy", vestibule.doctor(POLLICH).http(), "/tasks");
    knows("lapsed", vestibule.newcomer(LAPSED).http(), "/tasks");
    knows("foreign", vestibule.doctorOfAnotherClinic().http(), "/tasks");
    knows("patient", device.http(), "/my");
    knows("desk", signedIn(DemoAccess.DESK), "/desk");
    knows("operations", signedIn(DemoAccess.OPERATIONS), "/monitor");
    knows("anonymous", new JourneyHttp(vestibule.address()), "/login");
    knockers.put(
        "system",
        new Knocker(
            new JourneyHttp(vestibule.address()),
            "",
            List.of("Authorization", "Bearer " + vestibule.demo().apiKey())));
  }

  private String deputises(String npi, int inDays) {
    var from = LocalDate.now(ZoneId.systemDefault()).plusDays(inDays);
    var answer =
        own.http()
            .post(
                "/api/v1/deputyships",
                "application/json",
                "{\"deputy\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                    .formatted(vestibule.professional(npi).id(), from, from));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JourneyHttp.json(answer).get("id").asString();
  }

  private String aRetry() {
    var id = UUID.randomUUID();
    vestibule
        .database()
        .sql(
            """
            insert into incident_retry (clinic_id, id, requested_by)
            values (:clinic, :id, 'operations:test')
            """)
        .param("clinic", vestibule.demo().clinic().value())
        .param("id", id)
        .update();
    return id.toString();
  }

  private String aDecision() {
    var id = UUID.randomUUID();
    vestibule
        .database()
        .sql(
            """
            insert into operation_action (clinic_id, id, kind, instance_key, invitation_id, reason,
              words, until, actor, told_at)
            select :clinic, :id, 'MORE_TIME', instance_key, invitation_id, 'MISTAKE', 'x', now(),
              'operations:test', now()
            from engine_instance where clinic_ref = :clinic limit 1
            """)
        .param("clinic", vestibule.demo().clinic().value())
        .param("id", id)
        .update();
    return id.toString();
  }

  private String aMail() {
    var mails =
        JourneyHttp.json(
            new JourneyHttp(vestibule.address())
                .get("/local/mailbox", "Accept", "application/json"));
    for (var mail : mails) {
      var html = mail.path("html").asString("");
      if (!html.isEmpty()) {
        return html.substring(html.lastIndexOf('/') + 1);
      }
    }
    throw new AssertionError("No mail with an HTML part: " + mails);
  }

  private void knows(String name, JourneyHttp http, String page) {
    var body = http.get(page).body();
    knockers.put(name, new Knocker(http, JourneyHttp.csrfIn(body), List.of()));
  }

  private JourneyHttp signedIn(String username) {
    var http = new JourneyHttp(vestibule.address());
    http.submit(
        "/login",
        Map.of(
            "username",
            username,
            "password",
            DemoAccess.PASSWORD,
            "_csrf",
            JourneyHttp.csrfIn(http.get("/login").body())));
    return http;
  }

  private Map<String, Set<String>> rows() throws IOException {
    var rows = new TreeMap<String, Set<String>>();
    for (var line : Files.readAllLines(TABLE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split(": ?", 2);
        var names = List.of(parts[1].strip().split(" +"));
        rows.put(parts[0].strip(), allowed(names));
      }
    }
    return rows;
  }

  private Set<String> allowed(List<String> names) {
    if (names.contains("everybody")) {
      return new TreeSet<>(knockers.keySet());
    }
    var found = new TreeSet<>(names);
    found.remove("nobody");
    if (found.remove("doctors")) {
      found.addAll(Set.of("own", "deputy", "lapsed", "foreign"));
    }
    return found;
  }

  private record Knocker(JourneyHttp http, String csrf, List<String> sent) {

    String[] headers() {
      return sent.toArray(String[]::new);
    }
  }
}
