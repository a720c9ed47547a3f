package care.vestibule.monitoring.operations;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.identity.Actor;
import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.monitoring.OpenIncident;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.OpenIncidents.IncidentCause;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MonitoringTest
class HeldMessagesTests {

  private final HeldMessages held;
  private final OpenIncidents open;
  private final IncidentRetries retries;
  private final Projection projection;
  private final CurrentClinic current;
  private final MonitoringFixture ward;
  private final ClinicId clinic;
  private final EngineStory story;
  private final EngineStory locked;

  HeldMessagesTests(
      @Autowired HeldMessages held,
      @Autowired OpenIncidents open,
      @Autowired IncidentRetries retries,
      @Autowired Projection projection,
      @Autowired CurrentClinic current,
      @Autowired MonitoringFixture ward) {
    this.held = held;
    this.open = open;
    this.retries = retries;
    this.projection = projection;
    this.current = current;
    this.ward = ward;
    this.clinic = ward.aClinic();
    sent(5000);
    this.locked = EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED");
    this.story = EngineStory.invited(clinic).stuck("send-invitation", "SMS_BREAKER");
    story.seenBy(projection);
  }

  @AfterEach
  void nothingWasSent() {
    TestDatabase.get().jdbc().sql("delete from sms_spent_in_all").update();
    TestDatabase.get().jdbc().sql("delete from sms_limit_in_all").update();
  }

  @Test
  void aProcessHeldByTheLimitGoesOnByItselfOnAnotherDayAndNoOtherDoes() {
    var incident = incidents("SMS_BREAKER").getFirst().key();

    held.resume();
    assertThat(codes()).containsExactlyInAnyOrder("SMS_BREAKER", "KEYSTORE_LOCKED");

    sent(0);
    held.resume();
    assertThat(codes()).containsExactly("KEYSTORE_LOCKED");
    story.completes("send-invitation", Map.of());
    assertThat(ward.done(clinic, "incident:" + incident))
        .containsExactly("INCIDENT_RESUMED SMS_BREAKER");
  }

  @Test
  void itGoesOnTooOnceTheAgentsObeyAHigherLimit() {
    obeyed(5000);
    held.resume();
    assertThat(codes()).contains("SMS_BREAKER");

    obeyed(6000);
    held.resume();

    assertThat(codes()).containsExactly("KEYSTORE_LOCKED");
  }

  @Test
  void twoPortalsAndAPersonDoNoMoreThanOneOfThem() {
    var incident = incidents("SMS_BREAKER").getFirst().key();
    var person = new Actor.Operations(clinic, UUID.randomUUID());
    at(() -> retries.run(List.of(incident), person));
    sent(0);

    // The records of what the person did have not come yet.
    held.resume();
    held.resume();

    assertThat(ward.done(clinic, "incident:" + incident))
        .containsExactly("INCIDENT_RETRIED SMS_BREAKER");
    story.completes("send-invitation", Map.of());
    assertThat(codes()).containsExactly("KEYSTORE_LOCKED");
  }

  private List<String> codes() {
    locked.seenBy(projection);
    return at(open::causes).stream().map(IncidentCause::code).toList();
  }

  private List<OpenIncident> incidents(String code) {
    return at(() -> open.withCause(code));
  }

  private <T> T at(Supplier<T> work) {
    return current.during(clinic, work);
  }

  private static void obeyed(int limit) {
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            insert into sms_limit_in_all (sent) values (:limit)
            on conflict (only_one) do update set sent = excluded.sent
            """)
        .param("limit", limit)
        .update();
  }

  private static void sent(int count) {
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            delete from sms_spent_in_all;
            insert into sms_spent_in_all (day, sent)
            select (now() at time zone 'UTC')::date, :count where :count > 0
            """)
        .param("count", count)
        .update();
  }
}
