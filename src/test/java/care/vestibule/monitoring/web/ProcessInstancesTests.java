package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class ProcessInstancesTests {

  private static final Pattern KEY = Pattern.compile("href=\"/monitor/instances/(\\d+)\"");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

  private final MonitoringFixture ward;
  private final Projection projection;
  private final ClinicId clinic;
  private final OperatorBrowser operator;
  private final int port;

  ProcessInstancesTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @LocalServerPort int port) {
    this.ward = ward;
    this.projection = projection;
    this.port = port;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
  }

  @Test
  void theFiltersOfTheAddressNarrowTheList() {
    var stuck = EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED");
    var waiting = EngineStory.invited(clinic).loggedIn().notified();
    var ended = EngineStory.invited(clinic).withdrawn().seenBy(projection);

    assertThat(found("")).hasSize(3);
    assertThat(found("?state=running")).hasSize(2);
    assertThat(found("?state=incident")).isEqualTo(keysOf(stuck));
    assertThat(found("?state=ended&element=withdraw-access")).isEqualTo(keysOf(ended));
    assertThat(found("?state=running&element=approve-access")).isEqualTo(keysOf(waiting));
    assertThat(found("?element=invitation-requested")).isEqualTo(keysOf(ended));
    assertThat(found("?state=ended&invitation=" + waiting.invitation())).isEmpty();
    assertThat(operator.page("/monitor/instances?state=incident"))
        .contains("Stuck")
        .contains("Send the invitation")
        .doesNotContain("??");
    assertThat(operator.page("/monitor/instances/" + keysOf(stuck).getFirst()))
        .contains("It is stuck at &quot;Send the invitation&quot;; see above.")
        .doesNotContain("is being sent");
    assertThat(operator.page("/monitor/panels/standing")).contains("1 stuck");
  }

  @Test
  void aFilterThatIsNoneIsSaidToBeNone() {
    assertThat(operator.page("/monitor/instances?invitation=francisco"))
        .contains("This cannot be searched for.");
    assertThat(operator.page("/monitor/instances?after=1")).contains("cannot be searched for");
    assertThat(operator.page("/monitor/instances?state=lost")).contains("cannot be searched for");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var keys =
        new ArrayList<>(LongStream.range(0, 120).mapToObj(n -> (9L << 51) + n).sorted().toList());
    keys.forEach(this::store);
    Collections.reverse(keys);

    var seen = new ArrayList<Long>();
    var address = Optional.of("/monitor/instances?state=running&older=1");
    while (address.isPresent()) {
      var page = operator.page(address.get());
      seen.addAll(keysIn(page));
      var next = NEXT.matcher(page);
      address = next.find() ? Optional.of(next.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    assertThat(seen).isEqualTo(keys);
  }

  @Test
  void theTableHasEveryProcessOfTheFilterAndNoOther() {
    var keys = LongStream.range(0, 1100).mapToObj(n -> (9L << 52) + n).sorted().toList().reversed();
    keys.forEach(this::store);
    var ended = EngineStory.invited(clinic).withdrawn().seenBy(projection);
    var endedKey = keysOf(ended).getFirst();

    var running = operator.get("/monitor/instances.csv?state=running");
    var over = operator.get("/monitor/instances.csv?state=ended&invitation=").body();

    assertThat(running.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/csv")
        .contains("charset=UTF-8");
    assertThat(
            running
                .body()
                .lines()
                .skip(1)
                .map(line -> Long.valueOf(line.substring(0, line.indexOf(',')))))
        .isEqualTo(keys);
    assertThat(over)
        .matches(
            "process,state,step,invitation,started,changed,ended,version\\r\\n"
                + endedKey
                + ",ENDED,[a-z-]*,"
                + ended.invitation()
                + "(,[-0-9T:.]+Z){3},\\d+\\r\\n");
    assertThat(operator.get("/monitor/instances.csv?state=lost").statusCode()).isEqualTo(400);
    assertThat(operator.page("/monitor/instances?state=ended"))
        .contains("/monitor/instances.csv?state=ended");
  }

  @Test
  void aProcessTellsWhatItWaitsForWhatHappenedAndWhatWillHappenByItself() {
    var story = EngineStory.invited(clinic).loggedIn().notified().seenBy(projection);
    var doctor = ward.aDoctor(clinic);
    ward.asked(clinic, doctor, story.invitation(), Optional.empty());

    var page = operator.page("/monitor/instances/" + keysOf(story).getFirst());

    assertThat(page)
        .contains("It waits for a doctor to approve or decline.")
        .contains("The deputies are asked too")
        .contains("The privacy officer is told, before the legal limit")
        .contains("Wait for the patient to log in")
        .contains("Pending")
        .contains(doctor.toString())
        .contains("/monitor/instances?invitation=" + story.invitation())
        .doesNotContain("??");
    assertThat(page).doesNotContain("It waits for the patient");
  }

  @Test
  void theRowsOfWhatHappenedCarryWhatTheDrawingShows() {
    var story = EngineStory.invited(clinic).loggedIn().stuck("notify-hcps", "KEYSTORE_LOCKED");
    var key = keysOf(story.seenBy(projection)).getFirst();

    var page = operator.page("/monitor/instances/" + key);

    assertThat(page)
        .contains("<figure id=\"drawing\" hidden>")
        .contains("data-model=\"/monitor/models/1\"")
        .containsPattern(row("send-invitation", 0, 0, 1))
        .containsPattern("data-element=\"invitation-requested\"[^>]*data-passed=\"1\">")
        .containsPattern(row("await-login", 0, 0, 1))
        .containsPattern(row("notify-hcps", 1, 1, 0))
        .doesNotContain("data-element=\"before-notify\"")
        .doesNotContain("??");
  }

  @Test
  void aStepThatWasLeftForSomethingElseWasNotPassed() {
    var story = EngineStory.invited(clinic).loggedIn().notified().withdrawn().seenBy(projection);

    assertThat(operator.page("/monitor/instances/" + keysOf(story).getFirst()))
        .containsPattern(row("approve-access", 0, 0, 0))
        .containsPattern(row("withdraw-access", 0, 0, 1));
  }

  @Test
  void aForkIsARowOnlyWhereTheProcessIsStuckAtIt() {
    var key = 9L << 54;
    store(key, 1);
    visited(key, key + 1, "before-send");
    visited(key, key + 2, "contact-corrected");
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            insert into engine_incident
              (incident_key, instance_key, element_id, element_key, job_key, code, created_at)
            values (:key + 3, :key, 'contact-corrected', :key + 2, -1, 'CONDITION_ERROR', now())
            """)
        .param("key", key)
        .update();

    assertThat(operator.page("/monitor/instances/" + key))
        .containsPattern(row("contact-corrected", 1, 1, 0))
        .doesNotContain("data-element=\"before-send\"");
  }

  @Test
  void whereTheModelIsNotKnownThereIsNoDrawing() {
    var key = 9L << 53;
    store(key, 4711);

    assertThat(operator.page("/monitor/instances/" + key))
        .contains("What happened")
        .doesNotContain("<figure")
        .doesNotContain("monitor-diagram");
  }

  @Test
  void aProcessTellsHowMuchOfAShareIsHeldBack() {
    var story = EngineStory.invited(clinic).loggedIn().notified().seenBy(projection);
    var asked = ward.asked(clinic, ward.aDoctor(clinic), story.invitation(), Optional.empty());
    var path = "/monitor/instances/" + keysOf(story).getFirst();
    assertThat(operator.page(path)).contains("Held back").doesNotContain("<td>17</td>");

    ward.shared(asked, 17, 3);

    assertThat(operator.page(path)).contains("<td>17</td><td>3</td>");
  }

  @Test
  void aProcessTellsWhatWasSentAndWhatBecameOfIt() {
    var story = EngineStory.invited(clinic).loggedIn().seenBy(projection);
    var key = keysOf(story).getFirst();
    assertThat(operator.page("/monitor/instances/" + key)).doesNotContain("What was sent");

    ward.posted(clinic, story.invitation(), "INVITATION", "REFUSED", "ADDRESS_INVALID");
    ward.posted(clinic, story.invitation(), "REMINDER", "SENT", "OK");
    ward.posted(clinic, story.invitation(), "RECORD_OPEN", "FAILED", "TIMEOUT");
    ward.posted(clinic, UUID.randomUUID(), "DECLINED", "SENT", "OK");

    assertThat(operator.page("/monitor/instances/" + key))
        .contains("What was sent to the patient")
        .containsSubsequence("The record is open", "E-mail", "Not sent yet", "<td>1</td>")
        .containsSubsequence("Reminder", "Handed over")
        .containsSubsequence("Invitation", "Refused", "ADDRESS_INVALID")
        .doesNotContain("All doctors declined")
        .doesNotContain("??");
  }

  @Test
  void aProcessThatIsOverTellsHowItEnded() {
    var story = EngineStory.invited(clinic).loggedIn().notified().approved().shared().told();
    story.seenBy(projection);

    assertThat(operator.page("/monitor/instances/" + keysOf(story).getFirst()))
        .contains(": record open</dd>")
        .doesNotContain("What it waits for");
    assertThat(operator.page("/monitor/instances?state=ended"))
        .contains("<span>record open</span>");
  }

  @Test
  void anotherClinicsProcessIsNotThere() {
    var story = EngineStory.invited(clinic).seenBy(projection);
    var other =
        new OperatorBrowser(port)
            .signIn(ward.operationsOf(ward.aClinic()), MonitoringFixture.PASSWORD);

    var key = keysOf(story).getFirst();

    assertThat(operator.get("/monitor/instances/" + key).statusCode()).isEqualTo(200);
    assertThat(operator.get("/monitor/instances.csv").body()).contains(key.toString());
    assertThat(other.get("/monitor/instances.csv").body()).doesNotContain(key.toString());
    assertThat(other.get("/monitor/instances/" + key).statusCode()).isEqualTo(404);
    assertThat(other.get("/monitor/instances/no-number").statusCode()).isEqualTo(404);
    assertThat(keysIn(other.page("/monitor/instances?invitation=" + story.invitation()))).isEmpty();
  }

  private List<Long> keysOf(EngineStory story) {
    return found("?invitation=" + story.invitation());
  }

  private List<Long> found(String query) {
    return keysIn(operator.page("/monitor/instances" + query));
  }

  private static List<Long> keysIn(String page) {
    return KEY.matcher(page).results().map(hit -> Long.valueOf(hit.group(1))).toList();
  }

  private static String row(String element, int standing, int stuck, int passed) {
    return "<tr id=\"visit-\\d+\" data-element=\"%s\" data-standing=\"%d\" data-stuck=\"%d\" data-passed=\"%d\" data-took=\"[^\"]+\">"
        .formatted(element, standing, stuck, passed)
        .replace(" ", "\\s+");
  }

  private void store(long key) {
    store(key, 1);
  }

  private void store(long key, int version) {
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            insert into engine_instance
              (instance_key, process_id, process_version, clinic_ref, invitation_id, started_at)
            values (:key, 'patient-access', :version, :clinic, :invitation,
              timestamptz '2026-01-01' + (:key % (9::bigint << 51) / 3) * interval '1 microsecond')
            """)
        .param("key", key)
        .param("version", version)
        .param("clinic", clinic.value())
        .param("invitation", UUID.randomUUID())
        .update();
  }

  private static void visited(long instance, long key, String fork) {
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            insert into engine_element
              (element_key, instance_key, element_id, element_type, entered_at)
            values (:key, :instance, :fork, 'EXCLUSIVE_GATEWAY', now())
            """)
        .param("key", key)
        .param("instance", instance)
        .param("fork", fork)
        .update();
  }
}
